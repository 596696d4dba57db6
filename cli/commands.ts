import type { Command } from 'commander';
import { addCheck } from './check';
import { addCost } from './cost';
import { addDiff } from './diff';
import { addDown } from './down';
import { addImage } from './image';
import { addNew } from './new';
import { addPlace } from './place';
import { addReport } from './report';
import { addStatus } from './status';
import { addSynth } from './synth';
import { addUp } from './up';
import { addValidateTerraform } from './validate-terraform';

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

/** Every command, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [
  addSynth,
  addNew,
  addCheck,
  addDiff,
  addImage,
  addUp,
  addDown,
  addStatus,
  addPlace,
  addCost,
  addReport,
  addValidateTerraform,
];
