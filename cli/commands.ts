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

/** Every command by name, in the order in which help lists them; one is loaded when it is run, all for help. */
export const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  synth: async () => (await import('./synth')).addSynth,
  new: async () => (await import('./new')).addNew,
  check: async () => (await import('./check')).addCheck,
  diff: async () => (await import('./diff')).addDiff,
  image: async () => (await import('./image')).addImage,
  up: async () => (await import('./up')).addUp,
  down: async () => (await import('./down')).addDown,
  status: async () => (await import('./status')).addStatus,
  place: async () => (await import('./place')).addPlace,
  cost: async () => (await import('./cost')).addCost,
  report: async () => (await import('./report')).addReport,
  'validate-terraform': async () => (await import('./validate-terraform')).addValidateTerraform,
};
