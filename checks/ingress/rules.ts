import type { Rule } from '../rule';
import { argocdProtocolAgrees } from './argocd-protocol-agrees';
import { backendsExist } from './backends-exist';
import { ingressClassesExist } from './classes-exist';
import { externalDnsSeesEveryHost, externalDnsStarts } from './external-dns';
import { groupsAgree } from './groups-agree';
import { healthChecksAgree } from './health-checks-agree';
import { instanceTargetsHaveNodePorts } from './instance-targets-have-node-ports';
import { redirectsHaveAListener } from './redirects-have-a-listener';
import { rulesHavePaths } from './rules-have-paths';

/** Rules on the way in: Ingresses, the load balancer and DNS. */
export const ingressRules: readonly Rule[] = [
  argocdProtocolAgrees,
  backendsExist,
  externalDnsSeesEveryHost,
  externalDnsStarts,
  groupsAgree,
  healthChecksAgree,
  ingressClassesExist,
  instanceTargetsHaveNodePorts,
  redirectsHaveAListener,
  rulesHavePaths,
];
