import { incident, type Incident } from './incident';

/** Failures of scheduling and resources. */
export const schedulingIncidents: readonly Incident[] = [
  incident('C01', 'Y', '9 services Pending "didn\'t match node selector" (14/14)'),
  incident(
    'C02',
    'Y',
    'PostgreSQL FailedScheduling (workload=storage, insufficient cpu, control-plane taint)',
  ),
  incident('C03', 'Y', 'monitoring Pods on wrong nodes/Pending (0/14: 4 infra taint, 9 memory)'),
  incident('C04', 'Y', 'Prometheus Pending: 1130m+1000m > 2000m'),
  incident('C05', 'Y', 'Monitoring node 89 % CPU (1780m/2000m)'),
  incident('C06', 'Y', 'DB landing on worker (toleration without selector)'),
  incident('C07', 'Y', 'podAntiAffinity required with single node'),
  incident('C08', 'Y', 'hostname nodeSelector (k8s-redis) brittle'),
  incident('C09', 'N', 'taint added after pods run', {
    where: 'ansible/roles/node_labels/tasks/main.yml',
    what: 'a new taint does not move pods that run; the play says which',
  }),
  incident('C10', 'Y', 'info node NotReady excluded from taints'),
  incident('C11', 'Y', 'Prometheus retention map (retention.time, 80 %) invalid'),
  incident('C12', 'Y', 'redis/rabbit prod > node; PG affinity missing; Grafana 2×RWO; WAL RWO ×2'),
  incident('C13', 'Y', 'sesacthon.io/infrastructure leftovers after scheme (e)'),
];
