import type { DefinitionRule } from './definition-rule';
import * as addresses from './definition/addresses';
import * as edge from './definition/edge';
import * as labels from './definition/labels';
import * as machineAccess from './definition/machine-access';
import * as machines from './definition/machines';
import * as names from './definition/names';
import * as platform from './definition/platform';
import * as releases from './definition/releases';
import * as workloads from './definition/workloads';

/** Every rule over a definition as written, beyond its shape. */
export const definitionRules: readonly DefinitionRule[] = [
  names,
  machines,
  machineAccess,
  addresses,
  labels,
  workloads,
  platform,
  edge,
  releases,
].flatMap((rules) => Object.values<DefinitionRule>(rules));
