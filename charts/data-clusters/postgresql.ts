import type { Chart } from 'cdk8s';
import { awsIdentity, awsTokenAudience, cloudNativePgMount } from '../../model/aws/identities';
import type { Cluster } from '../../model/cluster';
import { parseBytes } from '../../model/quantity/parse';
import { dataServices } from '../../model/workloads/data-services';
import { add, nameLabel } from '../object';
import { nodeAffinity, tolerations } from '../pod/placement';
import type { Cluster as PostgresqlCluster } from '../schemas/objects';
import { storageClassName } from '../storage';
import { holdsData, inStage } from '../sync';

/** 03:00 in Seoul; the first field is seconds. */
const backupSchedule = '0 0 18 * * *';

/** Adds the PostgreSQL cluster, its nightly base backup and its metrics. */
export function postgresql(chart: Chart, cluster: Cluster): void {
  const { namespace } = cluster.data.postgresql;
  const { name } = dataServices(cluster).postgresql;
  const labels = nameLabel(name);
  add(chart, {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name, namespace, labels, annotations: { ...inStage('main'), ...holdsData } },
    spec: clusterSpec(cluster),
  });
  add(chart, {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    metadata: { name, namespace, labels, annotations: inStage('after') },
    spec: { schedule: backupSchedule, backupOwnerReference: 'self', immediate: true, cluster: { name } },
  });
  add(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: { ...dataServices(cluster).postgresql.podLabels } },
      podMetricsEndpoints: [{ port: 'metrics' }],
    },
  });
}

function clusterSpec(cluster: Cluster): PostgresqlCluster['spec'] {
  const { placement, database, version, volumeGiB, resources } = cluster.data.postgresql;
  return {
    instances: 1,
    imageName: `ghcr.io/cloudnative-pg/postgresql:${version}`,
    primaryUpdateStrategy: 'unsupervised',
    enableSuperuserAccess: false,
    bootstrap: { initdb: { database, owner: database, dataChecksums: true } },
    postgresql: { parameters: parameters(resources.limits.memory) },
    storage: { size: `${String(volumeGiB)}Gi`, storageClass: storageClassName, resizeInUseVolumes: true },
    resources: { requests: { ...resources.requests }, limits: { ...resources.limits } },
    affinity: {
      enablePodAntiAffinity: true,
      podAntiAffinityType: 'preferred',
      topologyKey: 'kubernetes.io/hostname',
      nodeAffinity: nodeAffinity(placement),
      ...tolerations(placement),
    },
    priorityClassName: 'data',
    seccompProfile: { type: 'RuntimeDefault' },
    stopDelay: 120,
    ...backup(cluster),
  };
}

/** A quarter of the memory for shared buffers, as PostgreSQL's own documentation advises. */
function parameters(memoryLimit: string): Record<string, string> {
  const mebibytes = Math.floor((parseBytes(memoryLimit) ?? 0) / 2 ** 20);
  return {
    max_connections: '100',
    shared_buffers: `${String(Math.floor(mebibytes / 4))}MB`,
    effective_cache_size: `${String(Math.floor(mebibytes / 2))}MB`,
    log_min_duration_statement: '1000',
  };
}

/** Continuous archiving and base backups to S3, under the cluster's own role. */
function backup(cluster: Cluster): Partial<NonNullable<PostgresqlCluster['spec']>> {
  const { bucket, retentionDays } = cluster.data.postgresql.backup;
  const identity = awsIdentity(cluster, 'postgresql');
  const region = { name: 'AWS_REGION', value: cluster.region };
  return {
    backup: {
      retentionPolicy: `${String(retentionDays)}d`,
      barmanObjectStore: {
        destinationPath: `s3://${bucket}/${cluster.name}`,
        s3Credentials: { inheritFromIAMRole: true },
        wal: { compression: 'gzip', maxParallel: 2 },
        data: { compression: 'gzip' },
      },
    },
    env: [
      region,
      ...(identity
        ? [
            {
              name: 'AWS_ROLE_ARN',
              valueFrom: { configMapKeyRef: { name: identity.configMap, key: 'AWS_ROLE_ARN' } },
            },
            { name: 'AWS_WEB_IDENTITY_TOKEN_FILE', value: `${cloudNativePgMount}/token` },
          ]
        : []),
    ],
    ...(identity
      ? {
          projectedVolumeTemplate: {
            sources: [
              { serviceAccountToken: { audience: awsTokenAudience, expirationSeconds: 3600, path: 'token' } },
            ],
          },
        }
      : {}),
  };
}
