import type { BrokenCase } from '../../support/broken-case';
import { added, authContainer, configMap } from './objects';

export const brokenContents: readonly BrokenCase[] = [
  {
    title: 'alert rules that are shipped as a ConfigMap',
    incidents: ['E32'],
    change: (tree) => {
      tree.add('monitoring', {
        ...configMap,
        metadata: { name: 'alerts', namespace: 'monitoring' },
        data: { 'alerts.yaml': 'groups:\n  - name: nodes\n    rules:\n      - alert: NodeDown\n' },
      });
    },
    code: 'alert-rules-are-prometheus-rules',
    path: 'ConfigMap monitoring/alerts: data["alerts.yaml"]',
  },
  {
    title: 'an annotation that is a number',
    change: (tree) => {
      tree.object('Deployment', 'auth/auth-api').metadata.annotations = { 'example.com/weight': 3 };
    },
    code: 'annotations-are-strings',
    path: 'Deployment auth/auth-api: metadata.annotations["example.com/weight"]',
  },
  {
    title: 'a label value that the API server refuses',
    incidents: ['E28'],
    change: (tree) => {
      tree.object('Deployment', 'auth/auth-api').metadata.labels.note = 'label-nodes (all, of them)';
    },
    code: 'label-values-are-accepted',
    path: 'Deployment auth/auth-api: metadata.labels.note',
  },
  {
    title: 'a search and replace over kubernetes.io',
    incidents: ['B11', 'D25'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').metadata.annotations = {
        'external-dns.alpha.sesacthon.io/hostname': 'api.growbin.app',
      };
    },
    code: 'known-keys-keep-their-prefix',
    path: 'Service auth/auth-api: metadata.annotations["external-dns.alpha.sesacthon.io/hostname"]',
  },
  {
    title: 'a stale VPC id',
    incidents: ['D02'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').metadata.annotations = { 'example.com/vpc': 'vpc-08049a0c' };
    },
    code: 'nothing-names-an-account',
    path: 'Service auth/auth-api: metadata.annotations["example.com/vpc"]',
  },
  {
    title: 'the certificate of another account',
    incidents: ['D17', 'D18'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').metadata.annotations = {
        'example.com/certificate': 'arn:aws:acm:ap-northeast-2:123456789012:certificate/PROD_CERT',
      };
    },
    code: 'nothing-names-an-account',
    path: 'Service auth/auth-api: metadata.annotations["example.com/certificate"]',
  },
  {
    title: 'a password in git',
    incidents: ['A48', 'E32'],
    change: (tree) => {
      authContainer(tree).env = [{ name: 'POSTGRES_PASSWORD', value: 'admin123' }];
    },
    code: 'secrets-hold-no-literals',
    path: 'Deployment auth/auth-api: spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'a password that reaches a URL unencoded',
    incidents: ['A48', 'G20', 'G24'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('external-secrets.io/v1beta1', 'ExternalSecret', 'url', 'auth'),
        spec: {
          target: {
            name: 'url',
            template: { data: { URL: 'amqp://{{ .username }}:{{ .password }}@rabbitmq:5672/' } },
          },
        },
      });
    },
    code: 'passwords-are-encoded-in-urls',
    path: 'ExternalSecret auth/url: spec.target.template.data.URL',
  },
  {
    title: 'a database host in a namespace of long ago',
    incidents: ['G17', 'G26', 'H07'],
    change: (tree) => {
      authContainer(tree).env = [{ name: 'DB_HOST', value: 'postgresql.data.svc.cluster.local:5432' }];
    },
    code: 'hosts-resolve',
    path: 'Deployment auth/auth-api: spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'the right Service with a port that it does not have',
    incidents: ['G17'],
    change: (tree) => {
      authContainer(tree).env = [{ name: 'MY_URL', value: 'http://my-api.my.svc.cluster.local:9999' }];
    },
    code: 'hosts-resolve',
    path: 'Deployment auth/auth-api: spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'the name of the older database',
    incidents: ['G18'],
    change: (tree) => {
      if (!tree.objects('Cluster').length)
        tree.add('data-clusters', {
          ...added('postgresql.cnpg.io/v1', 'Cluster', 'postgresql', 'databases'),
          spec: { bootstrap: { initdb: { database: 'ecoeco' } } },
        });
      authContainer(tree).env = [{ name: 'POSTGRES_DB', value: 'sesacthon' }];
    },
    code: 'database-names-agree',
    path: 'Deployment auth/auth-api: spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'a Service whose selector no pod carries',
    incidents: ['G17', 'H06'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').spec.selector = { app: 'auth' };
    },
    code: 'selectors-match-pods',
    path: 'Service auth/auth-api: spec.selector',
  },
  {
    title: 'a target port that no pod opens',
    incidents: ['G17'],
    change: (tree) => {
      tree.object('Service', 'auth/auth-api').spec.ports[0].targetPort = 8080;
    },
    code: 'service-ports-lead-somewhere',
    path: 'Service auth/auth-api: spec.ports[0].targetPort',
    also: ['prometheus-reaches-targets'],
  },
  {
    title: 'a ServiceMonitor whose selector no Service carries',
    incidents: ['E32', 'H08'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('monitoring.coreos.com/v1', 'ServiceMonitor', 'extra', 'auth'),
        spec: { selector: { matchLabels: { app: 'auth' } }, endpoints: [{ port: 'http' }] },
      });
    },
    code: 'monitors-select-services',
    path: 'ServiceMonitor auth/extra: spec.selector',
  },
  {
    title: 'a conversion webhook of another release',
    incidents: ['D01', 'E19'],
    change: (tree) => {
      tree.add('platform', {
        ...added('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'extra'),
        webhooks: [
          {
            name: 'extra.growbin.app',
            clientConfig: { service: { name: 'dev-webhook', namespace: 'platform' } },
          },
        ],
      });
    },
    code: 'webhooks-have-a-service',
    path: 'ValidatingWebhookConfiguration extra: webhooks[0].clientConfig.service',
  },
  {
    title: 'a template that uses what was never read',
    incidents: ['A29', 'G23', 'G24'],
    change: (tree) => {
      tree.object('ExternalSecret', 'auth/auth-api').spec.target.template.data.JWT = '{{ .jwt }}';
    },
    code: 'external-secrets-have-a-source',
    path: 'ExternalSecret auth/auth-api: spec.target.template.data.JWT',
  },
];
