import type { Rule } from '../rule';
import { addressesAreUnique } from './addresses-are-unique';
import { bucketArnsResolve } from './arns-resolve';
import { clusterTagsAgree } from './cluster-tags-agree';
import { controllersHaveOneIdentity, controllersMayAct } from './controllers-may-act';
import { countedResourcesAreIndexed } from './counted-resources-are-indexed';
import { distributionCertificatesAreInUsEast1 } from './distribution-certificates';
import { distributionsCanBeFound, distributionsReachTheirBucket } from './distributions';
import { doorsAreNarrow } from './doors-are-narrow';
import { hostsHaveACertificate } from './hosts-have-a-certificate';
import { machineImagesStay } from './images-stay';
import { lifecycleRulesHaveAFilter } from './lifecycle-rules-have-a-filter';
import { machinesHaveSessionManager } from './machines-have-session-manager';
import { nodePortsAreOpen } from './node-ports-are-open';
import { optionalResourcesAreGuarded } from './optional-resources-are-guarded';
import { parametersAreReadable } from './parameters-are-readable';
import { providersAreDeclared } from './providers-are-declared';
import { publicNamesAvoidMachines } from './public-names-avoid-machines';
import { recordsHaveOneWriter } from './records-have-one-writer';
import { referencesResolve } from './references-resolve';
import { securityGroupsHaveNoCycle } from './security-groups-have-no-cycle';
import { stateHoldsNoSecret } from './state-holds-no-secret';
import { stateIsRemote } from './state-is-remote';
import { subnetsHaveARoute, subnetsLieInTheirVpc } from './subnets';

/** Rules over the Terraform stacks of one cluster. */
export const terraformRules: readonly Rule[] = [
  addressesAreUnique,
  bucketArnsResolve,
  clusterTagsAgree,
  controllersHaveOneIdentity,
  controllersMayAct,
  countedResourcesAreIndexed,
  distributionCertificatesAreInUsEast1,
  distributionsCanBeFound,
  distributionsReachTheirBucket,
  doorsAreNarrow,
  hostsHaveACertificate,
  lifecycleRulesHaveAFilter,
  machineImagesStay,
  machinesHaveSessionManager,
  nodePortsAreOpen,
  optionalResourcesAreGuarded,
  parametersAreReadable,
  providersAreDeclared,
  publicNamesAvoidMachines,
  recordsHaveOneWriter,
  referencesResolve,
  securityGroupsHaveNoCycle,
  stateHoldsNoSecret,
  stateIsRemote,
  subnetsHaveARoute,
  subnetsLieInTheirVpc,
];
