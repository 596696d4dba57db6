import type { Rule } from './rule';
import { ansibleRules } from './ansible/rules';
import { argocdRules } from './argocd/rules';
import { jobsFitTogether, scriptsAreComplete, workflowsNameWhatExists } from './ci/jobs-fit-together';
import { fileRules } from './files/files-are-readable';
import { atlantisRepositoryRules, atlantisServerRules } from './atlantis/rules';
import { ingressRules } from './ingress/rules';
import { kubernetesRules } from './kubernetes/rules';
import { networkRules } from './network/rules';
import { schedulingRules } from './scheduling/rules';
import { namesAreUnique } from './terraform/names-are-unique';
import { terraformRules } from './terraform/rules';

/** Rules over the outputs of one cluster. */
export const clusterRules: readonly Rule[] = [
  ...ansibleRules,
  ...argocdRules,
  ...fileRules,
  jobsFitTogether,
  scriptsAreComplete,
  workflowsNameWhatExists,
  ...atlantisServerRules,
  ...ingressRules,
  ...kubernetesRules,
  ...networkRules,
  ...schedulingRules,
  ...terraformRules,
];

/** Rules between clusters, and over the files that they share. */
export const repositoryRules: readonly Rule[] = [...atlantisRepositoryRules, namesAreUnique];

/** Every rule, as a table of contents. */
export const rules: readonly Rule[] = [...clusterRules, ...repositoryRules];
