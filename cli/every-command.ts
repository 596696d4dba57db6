import type { AddCommand } from './command';
import { add as check } from './commands/check';
import { add as cost } from './commands/cost';
import { add as diff } from './commands/diff';
import { add as down } from './commands/down';
import { add as image } from './commands/image';
import { add as newCluster } from './commands/new';
import { add as place } from './commands/place';
import { add as report } from './commands/report';
import { add as status } from './commands/status';
import { add as synth } from './commands/synth';
import { add as up } from './commands/up';
import { add as validateTerraform } from './commands/validate-terraform';

/** Every command, in the order in which help lists them. */
export const everyCommand: readonly AddCommand[] = [
  synth,
  newCluster,
  check,
  diff,
  image,
  up,
  down,
  status,
  place,
  cost,
  report,
  validateTerraform,
];
