import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';
import { added, configMap } from './objects';

const auth = (tree: Tree): Loose => tree.object('Application', 'api-auth');

const repository = 'https://github.com/sesacthon/eco2-platform.git';

/** Turns the Application of the auth API into one of a chart. */
function helm(tree: Tree, chart: string, version: string, valuesObject: Loose): void {
  auth(tree).spec.sources = [
    auth(tree).spec.source,
    { repoURL: repository, chart, targetRevision: version, helm: { valuesObject } },
  ];
  delete auth(tree).spec.source;
}

export const brokenArgocd: readonly BrokenCase[] = [
  {
    title: 'two Applications of one name',
    incidents: ['E13'],
    change: (tree) => {
      tree.add('argocd', {
        ...structuredClone(auth(tree)),
        metadata: { ...auth(tree).metadata, namespace: 'platform' },
      });
    },
    code: 'application-names-are-unique',
    path: 'Application platform/api-auth: metadata.name',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'an Application that manages itself',
    incidents: ['E12'],
    change: (tree) => {
      tree.add('api-auth', structuredClone(auth(tree)));
    },
    code: 'application-names-are-unique',
    path: 'Application argocd/api-auth: metadata.name',
    also: [
      'finalizers-spare-data',
      'objects-have-one-owner',
      'projects-allow-what-they-deploy',
      'waves-follow-needs',
    ],
  },
  {
    title: 'a path whose files were never pushed',
    incidents: ['B23', 'E04', 'E07', 'E10', 'E15'],
    change: (tree) => {
      auth(tree).spec.source.path = 'dist/eco2/manifests/api-oauth';
    },
    code: 'application-paths-exist',
    path: 'Application argocd/api-auth: spec.source.path',
    also: ['objects-belong-to-an-application'],
  },
  {
    title: 'a kustomization that is applied as an object',
    incidents: ['E09'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('kustomize.config.k8s.io/v1beta1', 'Kustomization', 'auth'),
        resources: [],
      });
    },
    code: 'directories-hold-plain-objects',
    path: 'Application argocd/api-auth: spec.source.directory',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'a hook outside every path',
    incidents: ['E28'],
    change: (tree) => {
      tree.add('hooks', {
        ...configMap,
        metadata: { name: 'hook', namespace: 'auth', annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
      });
    },
    code: 'objects-belong-to-an-application',
    path: 'ConfigMap auth/hook',
  },
  {
    title: 'a project that nobody created',
    incidents: ['B24'],
    change: (tree) => {
      auth(tree).spec.project = 'dev';
    },
    code: 'projects-exist',
    path: 'Application argocd/api-auth: spec.project',
  },
  {
    title: 'a kind that the project does not allow',
    incidents: ['B24'],
    change: (tree) => {
      tree.add('api-auth', { ...added('policy/v1', 'PodSecurityPolicy', 'extra', 'auth') });
    },
    code: 'projects-allow-what-they-deploy',
    path: 'PodSecurityPolicy auth/extra: kind',
  },
  {
    title: 'one Application that follows HEAD',
    incidents: ['E11'],
    change: (tree) => {
      auth(tree).spec.source.targetRevision = 'HEAD';
    },
    code: 'revisions-agree',
    path: 'Application argocd/api-auth: spec.source.targetRevision',
  },
  {
    title: 'a chart version that is a range',
    incidents: ['G29'],
    change: (tree) => {
      helm(tree, 'redis', '>=18', {});
    },
    code: 'chart-versions-are-exact',
    path: 'Application argocd/api-auth: spec.sources[1].targetRevision',
  },
  {
    title: 'a child whose wave was dropped',
    incidents: ['E26', 'E31'],
    change: (tree) => {
      delete auth(tree).metadata.annotations['argocd.argoproj.io/sync-wave'];
    },
    code: 'applications-have-a-wave',
    path: 'Application argocd/api-auth: metadata.annotations["argocd.argoproj.io/sync-wave"]',
    also: ['waves-follow-needs'],
  },
  {
    title: 'waves without a health script',
    incidents: ['E29'],
    change: (tree) => {
      delete tree.object('ConfigMap', 'argocd-cm').data[
        'resource.customizations.health.argoproj.io_Application'
      ];
    },
    code: 'waves-have-health',
    path: 'ConfigMap argocd/argocd-cm: data["resource.customizations.health.argoproj.io_Application"]',
  },
  {
    title: 'APIs that sync before the namespaces',
    incidents: ['B22', 'E25', 'E26'],
    change: (tree) => {
      auth(tree).metadata.annotations['argocd.argoproj.io/sync-wave'] = '-2';
    },
    code: 'waves-follow-needs',
    path: 'Deployment auth/auth-api: metadata.annotations["argocd.argoproj.io/sync-wave"]',
  },
  {
    title: 'a load balancer controller that comes after the Services',
    incidents: ['D29'],
    change: (tree) => {
      tree.object('Application', 'alb-controller').metadata.annotations['argocd.argoproj.io/sync-wave'] =
        '90';
    },
    code: 'waves-follow-needs',
    path: 'Service auth/auth-api: metadata.annotations["argocd.argoproj.io/sync-wave"]',
  },
  {
    title: 'monitors that come before their definition',
    incidents: ['E20'],
    change: (tree) => {
      tree.object('Application', 'monitoring').metadata.annotations['argocd.argoproj.io/sync-wave'] = '90';
    },
    code: 'waves-follow-needs',
    path: 'ServiceMonitor auth/auth-api: metadata.annotations["argocd.argoproj.io/sync-wave"]',
  },
  {
    title: 'a definition of 300 KiB that is applied client-side',
    incidents: ['B09'],
    change: (tree) => {
      tree.add('infrastructure', {
        ...added('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'things.growbin.app'),
        spec: { group: 'growbin.app', names: { kind: 'Thing' }, description: 'x'.repeat(300 * 1024) },
      });
    },
    code: 'large-objects-are-applied-server-side',
    path: 'CustomResourceDefinition things.growbin.app',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'server-side apply together with Force',
    incidents: ['E21'],
    change: (tree) => {
      auth(tree).spec.syncPolicy.syncOptions.push('ServerSideApply=true', 'Force=true');
    },
    code: 'sync-options-agree',
    path: 'Application argocd/api-auth: spec.syncPolicy.syncOptions',
  },
  {
    title: 'a root that deletes everything with itself',
    incidents: ['E29'],
    change: (tree) => {
      tree.object('Application', 'root-app').metadata.finalizers = ['resources-finalizer.argocd.argoproj.io'];
    },
    code: 'finalizers-spare-data',
    path: 'Application argocd/root-app: metadata.finalizers[0]',
  },
  {
    title: 'Calico among the Applications',
    incidents: ['B07', 'B08', 'B09', 'E25'],
    change: (tree) => {
      helm(tree, 'tigera-operator', 'v3.27.3', {});
    },
    code: 'cni-belongs-to-ansible',
    path: 'Application argocd/api-auth: spec.sources[1].chart',
    also: ['machines-reach-one-another'],
  },
  {
    title: 'an ApplicationSet whose quotes end up in the name',
    incidents: ['E06'],
    change: (tree) => {
      tree.add('argocd', {
        ...added('argoproj.io/v1alpha1', 'ApplicationSet', 'dev', 'argocd'),
        spec: {
          generators: [{ list: { elements: [{ name: '"auth"' }] } }],
          template: { metadata: { name: 'dev-{{name}}' } },
        },
      });
    },
    code: 'application-sets-expand',
    path: 'ApplicationSet argocd/dev: spec.template.metadata.name',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'a value that the load balancer controller does not know',
    incidents: ['D03', 'E01', 'E08'],
    change: (tree) => {
      helm(tree, 'aws-load-balancer-controller', '1.13.4', { controller: { extraEnv: [] } });
    },
    code: 'chart-values-are-known',
    path: 'Application argocd/api-auth: spec.sources[1].helm.valuesObject.controller',
    also: ['api-server-is-reachable', 'internet-is-reachable', 'waves-follow-needs'],
  },
];
