import type { BrokenCase } from '../../support/broken-case';
import { added, authContainer, authPod } from './objects';

const container = 'Deployment auth/auth-api: spec.template.spec.containers[0]';

export const brokenPods: readonly BrokenCase[] = [
  {
    title: 'a tag that moves',
    incidents: ['G03', 'G29'],
    change: (tree) => {
      authContainer(tree).image = 'ghcr.io/sesacthon/auth-api:dev-latest';
    },
    code: 'images-have-a-fixed-tag',
    path: `${container}.image`,
  },
  {
    title: 'a Bitnami image',
    incidents: ['G04', 'G05', 'G06'],
    change: (tree) => {
      authContainer(tree).image = 'docker.io/bitnami/rabbitmq:4.1.3';
    },
    code: 'images-are-maintained',
    path: `${container}.image`,
  },
  {
    title: 'a Redis image whose tag was deleted',
    incidents: ['G07'],
    change: (tree) => {
      authContainer(tree).image = 'quay.io/opstree/redis:v7.2.4';
    },
    code: 'images-are-maintained',
    path: `${container}.image`,
  },
  {
    title: 'an image of the former organisation',
    incidents: ['G02'],
    change: (tree) => {
      authContainer(tree).image = 'ghcr.io/eco2-team/auth-api:v1.0.0';
    },
    code: 'own-images-share-a-registry',
    path: `${container}.image`,
    also: ['pull-secrets-are-everywhere'],
  },
  {
    title: 'a Job without the pull secret that the other pods have',
    incidents: ['G01', 'G22'],
    change: (tree) => {
      for (const pod of tree.pods()) pod.imagePullSecrets = [{ name: 'ghcr-secret' }];
      delete authPod(tree).imagePullSecrets;
    },
    code: 'pull-secrets-are-everywhere',
    path: 'Deployment auth/auth-api: spec.template.spec.imagePullSecrets',
    also: ['secrets-exist'],
  },
  {
    title: 'a container that may become root',
    change: (tree) => {
      authPod(tree).securityContext.runAsNonRoot = false;
    },
    code: 'pods-meet-pod-security',
    path: `${container}.securityContext.runAsNonRoot`,
  },
  {
    title: 'a volume that two replicas share',
    incidents: ['C12'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('v1', 'PersistentVolumeClaim', 'wal', 'auth'),
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      });
      authPod(tree).securityContext.fsGroup = 10001;
      authPod(tree).volumes = [{ name: 'wal', persistentVolumeClaim: { claimName: 'wal' } }];
    },
    code: 'claims-have-one-writer',
    path: 'Deployment auth/auth-api: spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
    also: ['finalizers-spare-data', 'projects-allow-what-they-deploy'],
  },
  {
    title: 'a volume that its process may not write',
    incidents: ['F05', 'G10'],
    change: (tree) => {
      const deployment = tree.object('Deployment', 'auth/auth-api');
      deployment.kind = 'StatefulSet';
      delete authPodOf(deployment).securityContext.fsGroup;
      deployment.spec.volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: {} }];
    },
    code: 'volumes-are-writable',
    path: 'StatefulSet auth/auth-api: spec.template.spec.securityContext.fsGroup',
    also: ['finalizers-spare-data', 'projects-allow-what-they-deploy'],
  },
  {
    title: 'a StorageClass of the driver inside Kubernetes',
    incidents: ['G09'],
    change: (tree) => {
      tree.add('infrastructure', {
        ...added('storage.k8s.io/v1', 'StorageClass', 'gp2'),
        provisioner: 'kubernetes.io/aws-ebs',
      });
    },
    code: 'storage-classes-have-a-driver',
    path: 'StorageClass gp2: provisioner',
  },
  {
    title: 'a claim of a StorageClass that does not exist',
    incidents: ['G09'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('v1', 'PersistentVolumeClaim', 'wal', 'auth'),
        spec: { storageClassName: 'gp9', accessModes: ['ReadWriteOnce'] },
      });
    },
    code: 'storage-classes-exist',
    path: 'PersistentVolumeClaim auth/wal: spec.storageClassName',
    also: ['finalizers-spare-data', 'projects-allow-what-they-deploy'],
  },
  {
    title: 'a volume over the programs of the image',
    incidents: ['F03'],
    change: (tree) => {
      authContainer(tree).volumeMounts = [{ name: 'tools', mountPath: '/usr/local/bin' }];
    },
    code: 'mounts-hide-no-programs',
    path: `${container}.volumeMounts[0].mountPath`,
  },
  {
    title: 'a program that no directory of PATH has',
    incidents: ['F02'],
    change: (tree) => {
      authContainer(tree).command = ['atlantis', 'server'];
    },
    code: 'commands-can-be-found',
    path: `${container}.command[0]`,
  },
  {
    title: "a command that replaces Argo CD's entry point",
    incidents: ['E23'],
    change: (tree) => {
      authContainer(tree).image = 'quay.io/argoproj/argocd:v2.13.9';
      authContainer(tree).command = ['/usr/local/bin/argocd-server'];
      delete authContainer(tree).args;
    },
    code: 'commands-can-be-found',
    path: `${container}.command`,
  },
  {
    title: 'service links beside a Service of the same name',
    incidents: ['F04'],
    change: (tree) => {
      delete authPod(tree).enableServiceLinks;
    },
    code: 'service-links-are-off',
    path: 'Deployment auth/auth-api: spec.template.spec.enableServiceLinks',
  },
];

const authPodOf = (deployment: { spec: { template: { spec: { securityContext: { fsGroup?: number } } } } }) =>
  deployment.spec.template.spec;
