import type { Rule } from '../rule';
import { commandsNeedNoShell, lookupsKnowWhereTheyAre, programsAreInstalled } from './commands-need-no-shell';
import { everyNodeJoins, hostPatternsMatch } from './every-node-joins';
import { importsFit } from './imports-fit';
import { inventoryAgreesWithTerraform, nodeDataAgrees, nodeLabelsAreAllowed } from './inventory-agrees';
import {
  containersShareTheCgroupDriver,
  nodeCountsAreDerived,
  oneKeyOpensTheMachines,
  providerIdsAreComplete,
} from './machine-settings';
import { playsAreInOrder } from './plays-are-in-order';

/** Rules over the inventory and the playbooks. */
export const ansibleRules: readonly Rule[] = [
  commandsNeedNoShell,
  containersShareTheCgroupDriver,
  everyNodeJoins,
  hostPatternsMatch,
  importsFit,
  inventoryAgreesWithTerraform,
  lookupsKnowWhereTheyAre,
  nodeCountsAreDerived,
  nodeDataAgrees,
  nodeLabelsAreAllowed,
  oneKeyOpensTheMachines,
  playsAreInOrder,
  programsAreInstalled,
  providerIdsAreComplete,
];
