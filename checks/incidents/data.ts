import { incident, type Incident } from './incident';

/** Failures of data, secrets and images. */
export const dataIncidents: readonly Incident[] = [
  incident(
    'G01',
    'Y',
    'GHCR 403/401, ImagePullBackOff all APIs (seed 001: images never pushed, blamed on missing image)',
  ),
  incident('G02', 'Y', 'Image path org sesacthon → eco2-team'),
  incident('G03', 'Y', 'Tag mismatch X-dev-latest vs X-api-dev-latest, base latest'),
  incident('G04', 'P', 'bitnami/rabbitmq 4.1.3 / 3.13.7-debian not found (EOL 2025-08-28)'),
  incident('G05', 'Y', 'official rabbitmq in bitnami chart: /opt/bitnami/scripts/liblog.sh missing'),
  incident('G06', 'P', 'postgres bitnami pull failure → official → legacy → chart default (8 commits 11-21)'),
  incident('G07', 'P', 'redis opstree 7.2.4 not found'),
  incident('G08', 'P', 'scan-api uvicorn "main" not found', {
    where: 'docs/runbooks/alerts.md#PodNotReady',
    what: 'an alert names a pod whose program does not start',
  }),
  incident('G09', 'Y', 'EBS CSI absent / in-tree provisioner → PVC Pending'),
  incident('G10', 'P', 'Redis AOF permission denied'),
  incident('G11', 'Y', 'redisConfig.additionalRedisConfig is a ConfigMap name'),
  incident('G12', 'Y', 'volumeClaimTemplate.metadata.name unsupported; CR spec vs operator'),
  incident('G13', 'Y', 'RabbitMQ secretBackend/Secret missing → OutOfSync'),
  incident('G14', 'Y', 'Zalando kind typo (postgresql→Postgresql→back)'),
  incident('G15', 'Y', 'DB secret name postgres-secret vs postgresql-secret → CreateContainerConfigError'),
  incident('G16', 'Y', 'Worker/API Secrets in wrong namespace, X-secret missing'),
  incident(
    'G17',
    'Y',
    'DB host .db. → .data. → postgres; messaging→rabbitmq; svc names postgresql vs postgres-cluster vs dev-postgresql; redis (metrics-only Service, master pod DNS)',
  ),
  incident('G18', 'Y', 'DB name sesacthon vs ecoeco; GRANT'),
  incident('G19', 'N', 'ssl prefer/require, sslmode driver mismatch', {
    where: 'dist/eco2/manifests/infrastructure/job-smoke-test.yaml',
    what: 'asks every API after each sync, which needs its database',
  }),
  incident('G20', 'Y', 'Password special chars in URL'),
  incident('G21', 'N', 'bootstrap job permissions/superuser, extensions', {
    where: 'dist/eco2/manifests/data-clusters/cluster-postgresql.yaml',
    what: 'the operator makes database, owner and grants; there is no job',
  }),
  incident('G22', 'Y', 'job lacks imagePullSecrets'),
  incident('G23', 'Y', 'JWT secret/config key drift, missing ExternalSecret'),
  incident('G24', 'P', 'ESO template syntax (Argo webhook)'),
  incident('G25', 'Y', 'rabbitmq namespace removed while in use'),
  incident('G26', 'Y', 'env/overlay ns variable default→db→data, monitoring→…'),
  incident('G27', 'N', 'RabbitMQ label selector for readiness', {
    where: 'docs/runbooks/alerts.md#RabbitmqDown',
    what: 'readiness is the status of the RabbitmqCluster, watched by an alert',
  }),
  incident('G28', 'Y', 'RabbitMQ single pod var missing rabbitmq_replicas'),
  incident('G29', 'Y', 'floating versions (>=, main, latest, stable)'),
];
