/** A program that is run: the name is looked up on PATH. */
export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment of the caller. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder from the root of the repository. */
  readonly cwd: string;
}

interface StepBase {
  /** What `--from` takes. */
  readonly id: string;
  readonly title: string;
  /** What an operator does when it fails. */
  readonly nextAction: string;
  /**
   * Where to go on after a failure.
   * @default - here
   */
  readonly resumeAt?: string;
}

/** What the output of a command means. */
export type Verdict =
  | { readonly state: 'done' }
  | { readonly state: 'waiting'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string };

export interface CommandStep extends StepBase, Invocation {
  readonly kind: 'command';
  /** Runs as long as the step does, e.g. a tunnel. */
  readonly beside?: Invocation;
  /** File from the root that takes the output instead of the log. */
  readonly keep?: string;
  /** Reads the output; without it the exit code decides. */
  readonly judge?: (output: string) => Verdict;
  /** How often it is tried while it fails or waits, and the pause between. */
  readonly retry?: { readonly attempts: number; readonly pauseSeconds: number };
}

/** Writes one file from others. */
export interface WriteStep extends StepBase {
  readonly kind: 'write';
  readonly reads: readonly string[];
  readonly writes: string;
  readonly text: (read: readonly string[]) => string;
}

/** Copies the files of one folder into another. */
export interface CopyStep extends StepBase {
  readonly kind: 'copy';
  readonly from: string;
  readonly to: string;
}

/** One step of bringing a cluster up or down, as data. Paths are from the root of the repository. */
export type Step = CommandStep | WriteStep | CopyStep;
