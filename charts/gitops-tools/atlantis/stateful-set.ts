import { awsIdentity } from '../../../model/aws/identities';
import type { Cluster } from '../../../model/cluster';
import { systemNamespaces } from '../../../model/system-namespaces';
import { ports } from '../../../model/workloads/ports';
import { images } from '../../images';
import { nameLabel } from '../../object';
import { awsEnvironment, awsVolumeMounts, awsVolumes } from '../../pod/aws-identity';
import { configChecksum } from '../../pod/config-checksum';
import { systemScheduling } from '../../pod/placement';
import { restrictedContainer, restrictedPod } from '../../pod/security';
import type { Container, StatefulSet, Volume } from '../../schemas/objects';
import { storageClassName } from '../../storage';
import { atlantisEnvironment, secretKeys } from './environment';
import { paths } from './paths';

/** Name of the server and of what belongs to it. */
export const name = 'atlantis';

/** User and group of the official image. */
const user = { id: 100, group: 1000 };
/** Checkouts, plans and the AWS provider, which is unpacked for each stack. */
const dataVolumeGiB = 10;

/**
 * The server. Its command is the image's own. Service links stay off, because a Service called atlantis would set
 * ATLANTIS_PORT to an address.
 */
export function atlantisStatefulSet(cluster: Cluster, config: Readonly<Record<string, string>>): StatefulSet {
  const labels = nameLabel(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace: systemNamespaces.atlantis, labels },
    spec: {
      replicas: 1,
      serviceName: name,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: configChecksum(config) },
        spec: {
          serviceAccountName: name,
          // The hand-off calls the Kubernetes API.
          automountServiceAccountToken: true,
          enableServiceLinks: false,
          priorityClassName: 'tooling',
          // A running apply is not cut off in the middle.
          terminationGracePeriodSeconds: 600,
          ...systemScheduling(cluster),
          securityContext: restrictedPod(user.id, user.group),
          initContainers: [copyNode],
          containers: [server(cluster)],
          volumes: volumes(cluster),
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName,
            resources: { requests: { storage: `${String(dataVolumeGiB)}Gi` } },
          },
        },
      ],
    },
  };
}

/** The image has no interpreter that reads JSON. Both images are Debian 12, so one binary is all it takes. */
const copyNode: Container = {
  name: 'copy-node',
  image: images.node,
  imagePullPolicy: 'IfNotPresent',
  command: ['/usr/bin/install', '-m', '0555', '/usr/local/bin/node', paths.node],
  resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '160Mi' } },
  securityContext: restrictedContainer,
  volumeMounts: [{ name: 'tools', mountPath: paths.tools }],
};

function server(cluster: Cluster): Container {
  const identity = awsIdentity(cluster, name);
  const probe = { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 30, timeoutSeconds: 5 };
  return {
    name,
    image: images.atlantis,
    imagePullPolicy: 'IfNotPresent',
    args: ['server'],
    env: [...atlantisEnvironment(cluster, name), ...awsEnvironment(identity, cluster.region)],
    ports: [{ name: 'http', containerPort: ports.atlantis, protocol: 'TCP' }],
    // Terraform with the AWS provider takes most of it, one plan at a time.
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1536Mi' } },
    startupProbe: { ...probe, periodSeconds: 5, failureThreshold: 24 },
    livenessProbe: probe,
    readinessProbe: probe,
    securityContext: restrictedContainer,
    volumeMounts: [
      { name: 'data', mountPath: paths.data },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'tools', mountPath: paths.tools, readOnly: true },
      { name: 'config', mountPath: paths.config, readOnly: true },
      { name: 'scripts', mountPath: paths.scripts, readOnly: true },
      { name: 'secrets', mountPath: paths.secrets, readOnly: true },
      ...awsVolumeMounts(identity),
    ],
  };
}

function volumes(cluster: Cluster): Volume[] {
  return [
    { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'tools', emptyDir: { sizeLimit: '256Mi' } },
    { name: 'config', configMap: { name: 'atlantis-config' } },
    { name: 'scripts', configMap: { name: 'atlantis-scripts' } },
    {
      name: 'secrets',
      secret: {
        secretName: name,
        defaultMode: 0o440,
        items: [{ key: secretKeys.appKey, path: secretKeys.appKey }],
      },
    },
    ...awsVolumes(awsIdentity(cluster, name)),
  ];
}
