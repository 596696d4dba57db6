import type { Rule } from '../rule';
import { alertRulesArePrometheusRules } from './alert-rules-are-prometheus-rules';
import { annotationsAreStrings } from './annotations-are-strings';
import { claimsHaveOneWriter } from './claims-have-one-writer';
import { commandsCanBeFound } from './commands-can-be-found';
import { customResourcesFit } from './custom-resources-fit';
import { databaseNamesAgree } from './database-names-agree';
import { externalSecretsHaveASource } from './external-secrets-have-a-source';
import { hostsResolve } from './hosts-resolve';
import { imagesAreMaintained } from './images-are-maintained';
import { imagesHaveAFixedTag } from './images-have-a-fixed-tag';
import { knownKeysKeepTheirPrefix } from './known-keys-keep-their-prefix';
import { labelValuesAreAccepted } from './label-values-are-accepted';
import { monitorsSelectServices } from './monitors-select-services';
import { mountsHideNoPrograms } from './mounts-hide-no-programs';
import { namespacesExist } from './namespaces-exist';
import { nothingNamesAnAccount } from './nothing-names-an-account';
import { objectsHaveOneOwner } from './objects-have-one-owner';
import { ownImagesShareARegistry } from './own-images-share-a-registry';
import { passwordsAreEncodedInUrls } from './passwords-are-encoded-in-urls';
import { podsMeetPodSecurity } from './pod-security';
import { pullSecretsAreEverywhere } from './pull-secrets-are-everywhere';
import { referencesExist } from './references-exist';
import { resourcesHaveADefinition } from './resources-have-a-definition';
import { secretsHoldNoLiterals } from './secrets-hold-no-literals';
import { selectorsMatchPods } from './selectors-match-pods';
import { serviceLinksAreOff } from './service-links-are-off';
import { servicePortsLeadSomewhere } from './service-ports-lead-somewhere';
import { storageClassesExist, storageClassesHaveADriver } from './storage-classes';
import { volumesAreWritable } from './volumes-are-writable';
import { webhooksHaveAService } from './webhooks-have-a-service';

/** Rules over Kubernetes objects of any kind. */
export const kubernetesRules: readonly Rule[] = [
  alertRulesArePrometheusRules,
  annotationsAreStrings,
  claimsHaveOneWriter,
  commandsCanBeFound,
  customResourcesFit,
  databaseNamesAgree,
  externalSecretsHaveASource,
  hostsResolve,
  imagesAreMaintained,
  imagesHaveAFixedTag,
  knownKeysKeepTheirPrefix,
  labelValuesAreAccepted,
  monitorsSelectServices,
  mountsHideNoPrograms,
  namespacesExist,
  nothingNamesAnAccount,
  objectsHaveOneOwner,
  ownImagesShareARegistry,
  passwordsAreEncodedInUrls,
  podsMeetPodSecurity,
  pullSecretsAreEverywhere,
  ...referencesExist,
  resourcesHaveADefinition,
  secretsHoldNoLiterals,
  selectorsMatchPods,
  serviceLinksAreOff,
  servicePortsLeadSomewhere,
  storageClassesExist,
  storageClassesHaveADriver,
  volumesAreWritable,
  webhooksHaveAService,
];
