import type { Cluster } from '../cluster';
import { ports } from '../workloads/ports';
import { clusterFlows } from './cluster-flows';
import { egressFlows } from './egress-flows';
import { loadBalancerFlows } from './load-balancer-flows';
import { group, type MachineFlow } from './machine-flow';

/** The one table that security groups are made from. */
export function machineFlows(
  cluster: Pick<Cluster, 'network' | 'controlPlane' | 'nodes'>,
): readonly MachineFlow[] {
  return [
    ...clusterFlows(cluster),
    ...loadBalancerFlows(cluster),
    ...cluster.network.adminCidrs.flatMap(adminFlows),
    ...egressFlows(cluster),
  ];
}

function adminFlows(cidr: string): MachineFlow[] {
  const id = cidr.replace(/[./]/g, '-');
  return [
    {
      name: `api-from-${id}`,
      from: { cidr },
      to: group('control-plane'),
      protocol: 'tcp',
      ports: [ports.kubernetesApi, ports.kubernetesApi],
      why: 'Kubernetes API for administrators',
    },
    {
      name: `ssh-from-${id}`,
      from: { cidr },
      to: group('cluster'),
      protocol: 'tcp',
      ports: [22, 22],
      why: 'SSH for administrators',
    },
  ];
}
