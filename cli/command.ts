import type { Command } from 'commander';

export interface CommandContext {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Keeps what a synth of all clusters printed, to be printed again while nothing changes. */
  readonly remember: (report: { stdout: string; stderr: string }) => void;
  /** Loads a package that is an ES module only, which the bundle cannot require(). */
  readonly importModule: (name: string) => Promise<unknown>;
  /** Sets the exit code of a run that ends without an error. */
  readonly exit: (code: number) => void;
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;
