import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommandStep, Step } from '../../operate/plan/step';
import { Child } from './child';
import type { Interrupt } from './interrupt';
import type { Progress } from './progress';

export interface RunOptions {
  readonly root: string;
  /** Folder of the logs of this run, from the root. */
  readonly logs: string;
  readonly interrupt: Interrupt;
  readonly progress: Progress;
  /** Called after each step that succeeded. */
  readonly remember: (step: Step) => void;
}

export type Outcome =
  | { readonly ended: 'done' }
  | {
      readonly ended: 'failed' | 'interrupted';
      readonly step: Step;
      readonly reason: string;
      readonly log: string;
    };

/** Runs steps one after the other until one fails or somebody interrupts. */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<Outcome> {
  const { root, logs, interrupt, progress, remember } = options;
  mkdirSync(join(root, logs), { recursive: true, mode: 0o700 });
  for (const [index, step] of steps.entries()) {
    const log = join(logs, `${String(index + 1).padStart(2, '0')}-${step.id}.log`);
    progress.begin(step, index);
    const reason = interrupt.happened ? 'was not started' : await runStep(step, join(root, log), options);
    progress.end(step, reason === undefined);
    if (reason === undefined) remember(step);
    if (interrupt.happened && (reason !== undefined || index + 1 < steps.length)) {
      const next = reason === undefined ? (steps[index + 1] ?? step) : step;
      return { ended: 'interrupted', step: next, reason: reason ?? 'was not started', log };
    }
    if (reason !== undefined) return { ended: 'failed', step, reason, log };
  }
  return { ended: 'done' };
}

/** Why a step failed; nothing where it succeeded. */
async function runStep(step: Step, log: string, options: RunOptions): Promise<string | undefined> {
  const { root } = options;
  switch (step.kind) {
    case 'command':
      return runCommand(step, log, options);
    case 'copy':
    case 'write':
      try {
        if (step.kind === 'copy') copyFiles(join(root, step.from), join(root, step.to));
        else
          writePrivately(
            join(root, step.writes),
            step.text(step.reads.map((file) => readFileSync(join(root, file), 'utf8'))),
          );
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
  }
}

async function runCommand(step: CommandStep, log: string, options: RunOptions): Promise<string | undefined> {
  const { root, interrupt } = options;
  const beside = step.beside && new Child(root, step.beside, `${log}.beside`, false);
  try {
    const { attempts, pauseSeconds } = step.retry ?? { attempts: 1, pauseSeconds: 0 };
    let reason: string | undefined;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const tried = await tryCommand(step, log, options);
      reason = tried.reason;
      if (reason === undefined || !tried.mayRetry || interrupt.happened) return reason;
      options.progress.wait(step, reason);
      if (attempt < attempts) await interrupt.pause(pauseSeconds * 1000);
      if (interrupt.happened) return reason;
    }
    return reason;
  } finally {
    await beside?.end();
  }
}

async function tryCommand(step: CommandStep, log: string, { root, interrupt }: RunOptions) {
  const child = new Child(root, step, log, step.keep !== undefined || step.judge !== undefined);
  const { status, missing, stdout } = await interrupt.run(child);
  if (missing) return { reason: `${step.program} is not on PATH`, mayRetry: false };
  if (status !== 0) {
    const how = status === null ? 'was ended by a signal' : `ended with exit code ${String(status)}`;
    return { reason: `${step.program} ${how}`, mayRetry: true };
  }
  if (step.keep !== undefined) writePrivately(join(root, step.keep), stdout);
  const verdict = step.judge?.(stdout) ?? { state: 'done' };
  if (verdict.state === 'done') return { reason: undefined, mayRetry: false };
  return { reason: verdict.reason, mayRetry: verdict.state === 'waiting' };
}

/** What was generated may name addresses and accounts: nobody else on this machine reads it. */
function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
}

/** Takes the place of an earlier copy; what Terraform keeps beside it, its providers and a local state, stays. */
function copyFiles(from: string, to: string): void {
  const names = readdirSync(from);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(to)) if (name.endsWith('.tf.json')) rmSync(join(to, name));
  for (const name of names) cpSync(join(from, name), join(to, name), { recursive: true });
}
