import type { Cluster } from '../cluster';
import { ports } from '../workloads/ports';
import { anywhere, group, type MachineFlow } from './machine-flow';

/** Node ports that Kubernetes hands out: `--service-node-port-range`. */
const nodePorts = [30000, 32767] as const;

/** Traffic through the shared load balancer, and through the one before several control planes. */
export function loadBalancerFlows({
  controlPlane,
  network,
}: Pick<Cluster, 'controlPlane' | 'network'>): MachineFlow[] {
  return [
    ...shared(network.vpcCidr),
    ...(controlPlane.endpoint === 'network-load-balancer' ? api(network.vpcCidr) : []),
  ];
}

const shared = (vpcCidr: string): MachineFlow[] => [
  {
    name: 'http-to-load-balancer',
    from: anywhere,
    to: group('load-balancer'),
    protocol: 'tcp',
    ports: [80, 80],
    why: 'HTTP from everybody, answered with a redirect to HTTPS',
  },
  {
    name: 'https-to-load-balancer',
    from: anywhere,
    to: group('load-balancer'),
    protocol: 'tcp',
    ports: [443, 443],
    why: 'HTTPS from everybody',
  },
  {
    name: 'node-ports',
    from: group('load-balancer'),
    to: group('cluster'),
    protocol: 'tcp',
    ports: nodePorts,
    why: 'NodePort Services from the load balancer, and from nothing else',
  },
  // To the addresses of the VPC and not to the group: two groups that name each other cannot be destroyed (A17).
  {
    name: 'load-balancer-to-node-ports',
    from: group('load-balancer'),
    to: { cidr: vpcCidr },
    protocol: 'tcp',
    ports: nodePorts,
    why: 'Requests and health checks to NodePort Services',
  },
];

const api = (vpcCidr: string): MachineFlow[] => [
  {
    name: 'api-to-load-balancer',
    from: group('cluster'),
    to: group('api-load-balancer'),
    protocol: 'tcp',
    ports: [ports.kubernetesApi, ports.kubernetesApi],
    why: 'Kubernetes API at its one address, for every machine',
  },
  {
    name: 'api-from-load-balancer',
    from: group('api-load-balancer'),
    to: group('control-plane'),
    protocol: 'tcp',
    ports: [ports.kubernetesApi, ports.kubernetesApi],
    why: 'Kubernetes API requests and health checks from its load balancer',
  },
  {
    name: 'api-load-balancer-to-control-plane',
    from: group('api-load-balancer'),
    to: { cidr: vpcCidr },
    protocol: 'tcp',
    ports: [ports.kubernetesApi, ports.kubernetesApi],
    why: 'Kubernetes API requests and health checks to the control planes',
  },
];
