import type { Cluster } from '../cluster';
import type { MachineGroup } from './machine-flow';

/** The security groups that a cluster has, with their descriptions, which cannot change without replacing the group. */
export function machineGroups({
  controlPlane,
  network,
}: Pick<Cluster, 'controlPlane' | 'network'>): readonly [name: MachineGroup, description: string][] {
  return [
    ['cluster', 'Every machine of the cluster'],
    ['control-plane', 'The control-plane machines'],
    ['load-balancer', 'The shared load balancer'],
    ...(controlPlane.endpoint === 'network-load-balancer'
      ? [['api-load-balancer', 'The load balancer before the control planes'] as [MachineGroup, string]]
      : []),
    ...(network.egress === 'vpc-endpoints'
      ? [['vpc-endpoints', 'Interface endpoints of AWS services'] as [MachineGroup, string]]
      : []),
  ];
}

/** AWS name of a group, and the value of its `Name` tag. */
export const machineGroupName = ({ names }: Pick<Cluster, 'names'>, group: MachineGroup): string =>
  `${names.cluster}-${group}`;
