import type { Rule } from '../rule';
import { repositoryFileHasItsOwnKeys, serverFileHasItsOwnKeys } from './files-have-their-own-keys';
import { handedOverKeysAreDeclared, handedOverKeysHaveOneOwner } from './handed-over-outputs';
import { projectsAreStacks } from './projects-are-stacks';
import { savedPlansTakeNoVariables, serverKeepsTheGate } from './server-keeps-the-gate';

/** Rules over atlantis.yaml, which all clusters share. */
export const atlantisRepositoryRules: readonly Rule[] = [repositoryFileHasItsOwnKeys, projectsAreStacks];

/** Rules over one cluster's Atlantis, and over what it hands over. */
export const atlantisServerRules: readonly Rule[] = [
  handedOverKeysAreDeclared,
  handedOverKeysHaveOneOwner,
  serverFileHasItsOwnKeys,
  serverKeepsTheGate,
  savedPlansTakeNoVariables,
];
