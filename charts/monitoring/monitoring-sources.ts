import type { Cluster } from '../../model/cluster';
import { etcdBackup } from '../../model/etcd-backup';
import { systemNamespaces } from '../../model/system-namespaces';
import { helmReleases } from '../helm/releases';
import type { Source } from '../helm/source';
import { nodeAffinity, tolerations } from '../pod/placement';
import { restrictedContainer } from '../pod/security';
import { storageClassName } from '../storage';
import { resources } from '../system-pod';
import { alertmanagerConfig, alertWebhookSecret } from './alertmanager';
import type { KubePrometheusStackValues } from './values';

/** Secret with the user and password of Grafana's administrator. */
export const grafanaAdminSecret = 'grafana-admin';
/** Label by which Grafana finds dashboards. */
export const dashboardLabel = { name: 'grafana_dashboard', value: '1' } as const;
/** Share of Prometheus's volume that samples may fill; the rest is for the log and compaction. */
const samplesShare = 0.8;

/** Charts of the `monitoring` Application. */
export function monitoringSources(cluster: Cluster): Source[] {
  return [{ kind: 'helm', release: helmReleases['kube-prometheus-stack'], values: values(cluster) }];
}

function values(cluster: Cluster): KubePrometheusStackValues {
  const here = {
    affinity: { nodeAffinity: nodeAffinity(cluster.monitoring.placement) },
    ...tolerations(cluster.monitoring.placement),
    priorityClassName: 'tooling',
  };
  const off = { enabled: false };
  return {
    crds: { enabled: true },
    cleanPrometheusOperatorObjectNames: true,
    defaultRules: {
      create: true,
      // Their targets listen on the control plane's loopback interface only.
      disabled: { KubeControllerManagerDown: true, KubeSchedulerDown: true, KubeProxyDown: true },
    },
    kubeControllerManager: off,
    kubeEtcd: off,
    kubeScheduler: off,
    kubeProxy: off,
    prometheusOperator: {
      ...here,
      // The API server validates against the definitions; a webhook more is one more thing that stops every sync.
      tls: off,
      admissionWebhooks: off,
      prometheusConfigReloader: resources('10m', '24Mi', '64Mi'),
      ...resources('50m', '80Mi', '192Mi'),
    },
    prometheus: { prometheusSpec: { ...here, ...prometheusSpec(cluster) } },
    alertmanager: {
      enabled: true,
      config: alertmanagerConfig,
      alertmanagerSpec: {
        ...here,
        secrets: [alertWebhookSecret],
        storage: volume(2),
        ...resources('10m', '48Mi', '96Mi'),
      },
    },
    grafana: { ...here, ...grafana(cluster) },
    'kube-state-metrics': {
      fullnameOverride: 'kube-state-metrics',
      ...here,
      ...resources('20m', '64Mi', '160Mi'),
    },
    'prometheus-node-exporter': {
      fullnameOverride: 'node-exporter',
      namespaceOverride: systemNamespaces.nodeExporter,
      // On every node, whatever its taint.
      tolerations: [{ operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'system-node-critical',
      // The first two are the chart's own, which a list of ours replaces.
      extraArgs: [
        '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|var/lib/docker/.+|var/lib/kubelet/.+)($|/)',
        '--collector.filesystem.fs-types-exclude=^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|' +
          'hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs|sysfs|tracefs)$',
        `--collector.textfile.directory=${etcdBackup.metricsDirectory}`,
      ],
      extraHostVolumeMounts: [
        {
          name: 'textfile',
          hostPath: etcdBackup.metricsDirectory,
          mountPath: etcdBackup.metricsDirectory,
          readOnly: true,
          mountPropagation: 'HostToContainer',
        },
      ],
      ...resources('10m', '24Mi', '64Mi'),
    },
  };
}

function prometheusSpec(cluster: Cluster): KubePrometheusStackValues['prometheus']['prometheusSpec'] {
  const { retentionDays, volumeGiB } = cluster.monitoring;
  return {
    retention: `${retentionDays}d`,
    retentionSize: `${Math.floor(volumeGiB * samplesShare)}GB`,
    walCompression: true,
    externalLabels: { cluster: cluster.name },
    storageSpec: volume(volumeGiB),
    // Nothing but the namespace selector decides: every monitor and rule in the cluster is taken.
    serviceMonitorSelectorNilUsesHelmValues: false,
    podMonitorSelectorNilUsesHelmValues: false,
    ruleSelectorNilUsesHelmValues: false,
    probeSelectorNilUsesHelmValues: false,
    ...resources('300m', '1280Mi', '2Gi'),
  };
}

function grafana(cluster: Cluster): KubePrometheusStackValues['grafana'] {
  return {
    enabled: true,
    fullnameOverride: 'grafana',
    admin: { existingSecret: grafanaAdminSecret, userKey: 'username', passwordKey: 'password' },
    // Dashboards and data sources come from ConfigMaps; there is nothing to keep.
    persistence: { enabled: false },
    initChownData: { enabled: false },
    testFramework: { enabled: false },
    'grafana.ini': {
      server: { root_url: `https://${cluster.edge.hosts.grafana}` },
      analytics: { reporting_enabled: false, check_for_updates: false },
      users: { allow_sign_up: false },
    },
    sidecar: {
      ...resources('10m', '80Mi', '128Mi'),
      securityContext: { ...restrictedContainer },
      dashboards: { enabled: true, label: dashboardLabel.name, labelValue: dashboardLabel.value },
    },
    ...resources('50m', '128Mi', '256Mi'),
  };
}

const volume = (gibibytes: number) => ({
  volumeClaimTemplate: {
    spec: {
      storageClassName,
      accessModes: ['ReadWriteOnce'] as const,
      resources: { requests: { storage: `${gibibytes}Gi` } },
    },
  },
});
