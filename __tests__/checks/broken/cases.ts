import type { BrokenCase } from '../../support/broken-case';
import { brokenAnsible } from './ansible';
import { brokenFiles } from './files';
import { brokenArgocd } from './argocd';
import { brokenAtlantis } from './atlantis';
import { brokenContents } from './contents';
import { brokenEdge } from './edge';
import { brokenIngress } from './ingress';
import { brokenKubernetes } from './kubernetes';
import { brokenNetwork } from './network';
import { brokenPods } from './pods';
import { brokenScheduling } from './scheduling';
import { brokenTerraform } from './terraform';

/** Every broken case. */
export const brokenCases: readonly BrokenCase[] = [
  ...brokenAnsible,
  ...brokenFiles,
  ...brokenArgocd,
  ...brokenAtlantis,
  ...brokenContents,
  ...brokenEdge,
  ...brokenIngress,
  ...brokenKubernetes,
  ...brokenNetwork,
  ...brokenPods,
  ...brokenScheduling,
  ...brokenTerraform,
];
