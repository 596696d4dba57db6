import type { Rule } from '../rule';
import { applicationNamesAreUnique } from './application-names-are-unique';
import { applicationPathsExist } from './application-paths-exist';
import { applicationSetsExpand } from './application-sets-expand';
import { applicationsHaveAWave } from './applications-have-a-wave';
import { chartValuesAreKnown } from './chart-values-are-known';
import { chartVersionsAreExact } from './chart-versions-are-exact';
import { cniBelongsToAnsible } from './cni-belongs-to-ansible';
import { directoriesHoldPlainObjects } from './directories-hold-plain-objects';
import { finalizersSpareData } from './finalizers-spare-data';
import { largeObjectsAreAppliedServerSide } from './large-objects-are-applied-server-side';
import { objectsBelongToAnApplication } from './objects-belong-to-an-application';
import { projectsAllowWhatTheyDeploy } from './projects-allow-what-they-deploy';
import { projectsExist } from './projects-exist';
import { revisionsAgree } from './revisions-agree';
import { syncOptionsAgree } from './sync-options-agree';
import { wavesFollowNeeds } from './waves-follow-needs';
import { wavesHaveHealth } from './waves-have-health';

/** Rules over Argo CD's Applications and what they sync. */
export const argocdRules: readonly Rule[] = [
  applicationNamesAreUnique,
  applicationPathsExist,
  applicationSetsExpand,
  applicationsHaveAWave,
  chartValuesAreKnown,
  chartVersionsAreExact,
  cniBelongsToAnsible,
  directoriesHoldPlainObjects,
  finalizersSpareData,
  largeObjectsAreAppliedServerSide,
  objectsBelongToAnApplication,
  projectsAllowWhatTheyDeploy,
  projectsExist,
  revisionsAgree,
  syncOptionsAgree,
  wavesFollowNeeds,
  wavesHaveHealth,
];
