import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';
import { added, authContainer } from './objects';

const policy = (tree: Tree, id: string): Loose => tree.object('NetworkPolicy', id);
const authLabels = 'Deployment auth/auth-api: spec.template.metadata.labels';

export const brokenNetwork: readonly BrokenCase[] = [
  {
    title: 'a controller policy that allows what Calico never sees',
    incidents: ['D01', 'H08'],
    change: (tree) => {
      for (const { spec } of tree
        .objects('NetworkPolicy')
        .filter(({ metadata }) => metadata.namespace === 'platform'))
        for (const rule of spec.egress ?? [])
          for (const port of rule.ports ?? []) if (port.port === 6443) port.port = 443;
    },
    code: 'api-server-is-reachable',
    path: 'Application argocd/platform: spec.sources[2].chart',
  },
  {
    title: 'DNS over UDP only',
    incidents: ['H03'],
    change: (tree) => {
      const [rule] = policy(tree, 'auth/common').spec.egress;
      rule.ports = rule.ports.filter(({ protocol }: Loose) => protocol === 'UDP');
    },
    code: 'dns-is-reachable',
    path: authLabels,
  },
  {
    title: 'a policy that denies everything it does not name',
    incidents: ['D01', 'E22', 'H04', 'H10'],
    change: (tree) => {
      tree.remove('NetworkPolicy', 'auth/common');
    },
    code: 'dns-is-reachable',
    path: authLabels,
  },
  {
    title: 'a namespace selector that never matches',
    incidents: ['H03', 'H06', 'H07', 'E22'],
    change: (tree) => {
      policy(tree, 'auth/common').spec.egress[0].to[0].namespaceSelector.matchLabels = {
        name: 'kube-system',
      };
    },
    code: 'policy-selectors-match',
    path: 'NetworkPolicy auth/common: spec.egress[0].to[0].namespaceSelector',
    also: ['dns-is-reachable'],
  },
  {
    title: 'a pod selector that the operator never writes',
    incidents: ['H06'],
    change: (tree) => {
      policy(tree, 'databases/postgresql').spec.podSelector.matchLabels = { app: 'postgresql' };
    },
    code: 'policy-selectors-match',
    path: 'NetworkPolicy databases/postgresql: spec.podSelector',
    also: ['services-are-reachable'],
  },
  {
    title: 'sign-in without a way out',
    incidents: ['H02'],
    change: (tree) => {
      authContainer(tree).env = [{ name: 'OAUTH_URL', value: 'https://kauth.kakao.com/oauth/token' }];
      const { spec } = policy(tree, 'auth/auth-api');
      spec.egress = spec.egress.filter(({ ports }: Loose) => ports[0].port !== 443);
    },
    code: 'internet-is-reachable',
    path: authLabels,
  },
  {
    title: 'a way to the credentials of the node',
    change: (tree) => {
      tree.add('infrastructure', {
        ...added('networking.k8s.io/v1', 'NetworkPolicy', 'open', 'auth'),
        spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{}] },
      });
    },
    code: 'metadata-service-is-closed',
    path: authLabels,
  },
  {
    title: 'a default deny without the flow to the database',
    incidents: ['H01', 'H07'],
    change: (tree) => {
      const { spec } = policy(tree, 'auth/auth-api');
      spec.egress = spec.egress.filter(({ ports }: Loose) => ports[0].port !== 5432);
    },
    code: 'services-are-reachable',
    path: authLabels,
  },
  {
    title: 'health checks that come from nodes and are not let in',
    incidents: ['H01', 'H09'],
    change: (tree) => {
      const { spec } = policy(tree, 'auth/auth-api');
      spec.ingress = spec.ingress.filter(({ from }: Loose) => !from[0].ipBlock);
    },
    code: 'load-balancer-reaches-pods',
    path: 'Ingress auth/auth-api: spec.rules[0].http.paths[0].backend.service',
  },
  {
    title: 'Prometheus shut out',
    incidents: ['H01', 'H08'],
    change: (tree) => {
      const { spec } = policy(tree, 'auth/auth-api');
      spec.ingress = spec.ingress.filter(
        ({ from }: Loose) => from[0].podSelector?.matchLabels['app.kubernetes.io/name'] !== 'prometheus',
      );
    },
    code: 'prometheus-reaches-targets',
    path: 'ServiceMonitor auth/auth-api: spec.selector',
  },
  {
    title: 'two selectors with a dash too many',
    incidents: ['H05'],
    change: (tree) => {
      const [rule] = policy(tree, 'auth/common').spec.egress;
      const [{ namespaceSelector, podSelector }] = rule.to;
      rule.to = [{ namespaceSelector }, { podSelector }];
    },
    code: 'peers-mean-both',
    path: 'NetworkPolicy auth/common: spec.egress[0].to[1]',
    also: ['policy-selectors-match'],
  },
];
