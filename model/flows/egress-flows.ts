import type { Cluster } from '../cluster';
import { anywhere, group, type MachineFlow } from './machine-flow';

const cluster = group('cluster');
const everyPort = [0, 65535] as const;

/** What leaves the machines. The VPC's resolver, clock and metadata address pass every security group. */
export function egressFlows({ network }: Pick<Cluster, 'network'>): MachineFlow[] {
  return [...insideVpc(network.vpcCidr), ...(network.egress === 'vpc-endpoints' ? toEndpoints : toInternet)];
}

const insideVpc = (vpcCidr: string): MachineFlow[] => [
  {
    name: 'cluster-to-vpc-tcp',
    from: cluster,
    to: { cidr: vpcCidr },
    protocol: 'tcp',
    ports: everyPort,
    why: 'TCP inside the VPC; what arrives is decided by the receiving group',
  },
  {
    name: 'cluster-to-vpc-udp',
    from: cluster,
    to: { cidr: vpcCidr },
    protocol: 'udp',
    ports: everyPort,
    why: 'VXLAN and DNS inside the VPC; what arrives is decided by the receiving group',
  },
];

const toInternet: readonly MachineFlow[] = [
  {
    name: 'cluster-to-https',
    from: cluster,
    to: anywhere,
    protocol: 'tcp',
    ports: [443, 443],
    why: 'AWS APIs, container images, git and the HTTPS services that the APIs call',
  },
  {
    name: 'cluster-to-http',
    from: cluster,
    to: anywhere,
    protocol: 'tcp',
    ports: [80, 80],
    why: 'Ubuntu package mirrors, whose packages are signed',
  },
];

const toEndpoints: readonly MachineFlow[] = [
  {
    name: 'cluster-to-s3',
    from: cluster,
    to: { service: 's3' },
    protocol: 'tcp',
    ports: [443, 443],
    why: 'S3 through the gateway endpoint',
  },
  {
    name: 'https-to-vpc-endpoints',
    from: cluster,
    to: group('vpc-endpoints'),
    protocol: 'tcp',
    ports: [443, 443],
    why: 'AWS APIs through their interface endpoints',
  },
];
