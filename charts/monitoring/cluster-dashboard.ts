import type { Dashboard } from './panel';

/** Nodes, pods, volumes, delivery and etcd at a glance. */
export const clusterDashboard: Dashboard = {
  name: 'cluster',
  title: 'Cluster',
  panels: [
    {
      title: 'Nodes that are ready',
      type: 'stat',
      unit: 'short',
      queries: [['sum(kube_node_status_condition{condition="Ready",status="true"})', 'ready']],
    },
    {
      title: 'Pods that are not running',
      type: 'stat',
      unit: 'short',
      queries: [['sum(kube_pod_status_phase{phase=~"Pending|Failed|Unknown"})', 'pods']],
    },
    {
      title: 'CPU of each node',
      unit: 'percentunit',
      queries: [['1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))', '{{instance}}']],
    },
    {
      title: 'Memory of each node',
      unit: 'percentunit',
      queries: [['1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes', '{{instance}}']],
    },
    {
      title: 'Requested memory of allocatable',
      unit: 'percentunit',
      queries: [
        [
          'sum by (node) (kube_pod_container_resource_requests{resource="memory"}) / ' +
            'sum by (node) (kube_node_status_allocatable{resource="memory"})',
          '{{node}}',
        ],
      ],
    },
    {
      title: 'Volumes',
      unit: 'percentunit',
      queries: [
        [
          '1 - kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes',
          '{{namespace}}/{{persistentvolumeclaim}}',
        ],
      ],
    },
    {
      title: 'Applications by sync status',
      unit: 'short',
      queries: [['count by (sync_status) (argocd_app_info)', '{{sync_status}}']],
    },
    {
      title: 'Slowest requests to etcd (99 %)',
      unit: 's',
      queries: [
        ['histogram_quantile(0.99, sum by (le) (rate(etcd_request_duration_seconds_bucket[5m])))', 'etcd'],
      ],
    },
  ],
};
