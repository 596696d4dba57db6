import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';
import { added } from './objects';

const ingress = (tree: Tree): Loose => tree.object('Ingress', 'auth/auth-api');
const alb = (name: string) => `alb.ingress.kubernetes.io/${name}`;
const at = (name: string) =>
  `Ingress auth/auth-api: metadata.annotations["alb.ingress.kubernetes.io/${name}"]`;
const backend = 'spec.rules[0].http.paths[0].backend';

/** Values of a chart that an Application installs. */
function values(tree: Tree, chart: string): { values: Loose } {
  for (const { spec } of tree.objects('Application'))
    for (const source of [...(spec.sources ?? []), ...(spec.source ? [spec.source] : [])])
      if (source.chart === chart) return { values: source.helm.valuesObject };
  throw new Error(`no ${chart}`);
}

export const brokenIngress: readonly BrokenCase[] = [
  {
    title: 'an Ingress in another namespace than its Service',
    incidents: ['D10', 'D11'],
    change: (tree) => {
      tree.object('Ingress', 'auth/auth-api').metadata.namespace = 'my';
    },
    code: 'backends-exist',
    path: `Ingress my/auth-api: ${backend}.service.name`,
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'a namespace inside a backend',
    incidents: ['D10'],
    change: (tree) => {
      ingress(tree).spec.rules[0].http.paths[0].backend.service.namespace = 'my';
    },
    code: 'backends-exist',
    path: `Ingress auth/auth-api: ${backend}.service.namespace`,
  },
  {
    title: 'a path to a Service that does not exist',
    incidents: ['D13', 'D14', 'E32'],
    change: (tree) => {
      tree.object('Ingress', 'monitoring/grafana').spec.rules[0].http.paths[0].backend.service.name =
        'dev-grafana';
    },
    code: 'backends-exist',
    path: `Ingress monitoring/grafana: ${backend}.service.name`,
  },
  {
    title: 'a ClusterIP behind instance targets',
    incidents: ['D04', 'D05'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').spec.type = 'ClusterIP';
    },
    code: 'instance-targets-have-node-ports',
    path: 'Service auth/auth-api: spec.type',
  },
  {
    title: 'endpoints that somebody pinned',
    incidents: ['D12'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('v1', 'Endpoints', 'auth-api', 'auth'),
        subsets: [{ addresses: [{ ip: '192.168.141.38' }] }],
      });
    },
    code: 'instance-targets-have-node-ports',
    path: 'Endpoints auth/auth-api: subsets',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'an ExternalName behind the load balancer',
    incidents: ['D12'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').spec.type = 'ExternalName';
    },
    code: 'instance-targets-have-node-ports',
    path: 'Service auth/auth-api: spec.type',
  },
  {
    title: 'HTTPS to an Argo CD that speaks HTTP',
    incidents: ['D06', 'D08'],
    change: (tree) => {
      tree.object('Ingress', 'argocd/argocd').metadata.annotations[alb('backend-protocol')] = 'HTTPS';
    },
    code: 'argocd-protocol-agrees',
    path: 'Ingress argocd/argocd: metadata.annotations["alb.ingress.kubernetes.io/backend-protocol"]',
  },
  {
    title: 'an Argo CD that redirects for ever',
    incidents: ['D07'],
    change: (tree) => {
      delete tree.object('ConfigMap', 'argocd/argocd-cmd-params-cm').data['server.insecure'];
    },
    code: 'argocd-protocol-agrees',
    path: 'Ingress argocd/argocd: metadata.annotations["alb.ingress.kubernetes.io/backend-protocol"]',
  },
  {
    title: 'a patch that dropped the paths',
    incidents: ['D15'],
    change: (tree) => {
      ingress(tree).spec.rules[0].http = {};
    },
    code: 'ingress-rules-have-paths',
    path: 'Ingress auth/auth-api: spec.rules[0].http.paths',
  },
  {
    title: 'a wildcard in a prefix',
    incidents: ['D16'],
    change: (tree) => {
      ingress(tree).spec.rules[0].http.paths[0].path = '/api/v1/auth/*';
    },
    code: 'ingress-rules-have-paths',
    path: 'Ingress auth/auth-api: spec.rules[0].http.paths[0].path',
  },
  {
    title: 'a health check of another path',
    incidents: ['D16', 'D28'],
    change: (tree) => {
      ingress(tree).metadata.annotations[alb('healthcheck-path')] = '/health/health';
    },
    code: 'health-checks-agree',
    path: at('healthcheck-path'),
  },
  {
    title: '404 as a sign of health',
    incidents: ['D28'],
    change: (tree) => {
      ingress(tree).metadata.annotations[alb('success-codes')] = '200,404';
    },
    code: 'health-checks-agree',
    path: at('success-codes'),
  },
  {
    title: 'dual-stack beside ipv4 in one group',
    incidents: ['D19', 'D26'],
    change: (tree) => {
      tree.object('Ingress', 'my/my-api').metadata.annotations[alb('ip-address-type')] = 'dualstack';
    },
    code: 'ingress-groups-agree',
    path: 'Ingress my/my-api: metadata.annotations["alb.ingress.kubernetes.io/ip-address-type"]',
  },
  {
    title: 'one order number twice',
    incidents: ['D20'],
    change: (tree) => {
      tree.object('Ingress', 'my/my-api').metadata.annotations[alb('group.order')] =
        ingress(tree).metadata.annotations[alb('group.order')];
    },
    code: 'ingress-groups-agree',
    path: 'Ingress my/my-api: metadata.annotations["alb.ingress.kubernetes.io/group.order"]',
  },
  {
    title: 'a redirect without anything to redirect from',
    incidents: ['D22'],
    change: (tree) => {
      ingress(tree).metadata.annotations[alb('listen-ports')] = '[{"HTTPS":443}]';
    },
    code: 'redirects-have-a-listener',
    path: at('listen-ports'),
  },
  {
    title: 'the class as an annotation',
    incidents: ['B27', 'D09'],
    change: (tree) => {
      delete ingress(tree).spec.ingressClassName;
      ingress(tree).metadata.annotations['kubernetes.io/ingress.class'] = 'alb';
    },
    code: 'ingress-classes-exist',
    path: 'Ingress auth/auth-api: metadata.annotations["kubernetes.io/ingress.class"]',
  },
  {
    title: 'a switch with a value',
    incidents: ['D23'],
    change: (tree) => {
      values(tree, 'external-dns').values.extraArgs = ['--aws-prefer-cname=true'];
    },
    code: 'external-dns-starts',
    path: 'Application argocd/platform: spec.sources[3].helm.valuesObject.extraArgs[0]',
  },
  {
    title: 'TXT records without a prefix',
    incidents: ['D24'],
    change: (tree) => {
      delete values(tree, 'external-dns').values.txtPrefix;
    },
    code: 'external-dns-starts',
    path: 'Application argocd/platform: spec.sources[3].helm.valuesObject.txtPrefix',
  },
  {
    title: 'a filter whose annotation no Ingress has',
    incidents: ['D25'],
    change: (tree) => {
      values(tree, 'external-dns').values.annotationFilter = 'external-dns.growbin.app/managed=true';
    },
    code: 'external-dns-sees-every-host',
    path: 'Ingress auth/auth-api: metadata.annotations["external-dns.growbin.app/managed"]',
  },
];
