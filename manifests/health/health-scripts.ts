import application from './application.lua';
import clusterSecretStore from './cluster-secret-store.lua';
import postgresql from './postgresql.lua';
import rabbitmq from './rabbitmq.lua';
import scheduledBackup from './scheduled-backup.lua';

/**
 * How Argo CD tells the health of kinds that it does not know, by `<group>_<kind>`. A kind without a script counts as
 * healthy as soon as it exists, and the next wave starts (argo-cd#14442).
 */
export const healthScripts = {
  'argoproj.io_Application': application,
  'external-secrets.io_ClusterSecretStore': clusterSecretStore,
  'postgresql.cnpg.io_Cluster': postgresql,
  'postgresql.cnpg.io_ScheduledBackup': scheduledBackup,
  'rabbitmq.com_RabbitmqCluster': rabbitmq,
} as const;
