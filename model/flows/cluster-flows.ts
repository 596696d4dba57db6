import type { Cluster, Node } from '../cluster';
import { byName } from '../resolve/by-name';
import { ports } from '../workloads/ports';
import { group, type MachineFlow } from './machine-flow';

const cluster = group('cluster');
const controlPlane = group('control-plane');

/**
 * What every cluster needs:
 * https://kubernetes.io/docs/reference/networking/ports-and-protocols/ and, for Calico's VXLAN,
 * https://docs.tigera.io/calico/3.27/getting-started/kubernetes/requirements. Typha (5473) is not installed.
 */
const always: readonly MachineFlow[] = [
  {
    name: 'api-from-nodes',
    from: cluster,
    to: controlPlane,
    protocol: 'tcp',
    ports: [ports.kubernetesApi, ports.kubernetesApi],
    why: 'Kubernetes API for kubelets and, after DNAT, for pods',
  },
  {
    name: 'etcd',
    from: controlPlane,
    to: controlPlane,
    protocol: 'tcp',
    ports: [2379, 2380],
    why: 'etcd clients and peers, between control planes only',
  },
  {
    name: 'controller-manager',
    from: controlPlane,
    to: controlPlane,
    protocol: 'tcp',
    ports: [10257, 10257],
    why: 'kube-controller-manager health and metrics',
  },
  {
    name: 'scheduler',
    from: controlPlane,
    to: controlPlane,
    protocol: 'tcp',
    ports: [10259, 10259],
    why: 'kube-scheduler health and metrics',
  },
  {
    name: 'kubelet',
    from: cluster,
    to: cluster,
    protocol: 'tcp',
    ports: [10250, 10250],
    why: 'kubelet API for logs, exec, metrics-server and Prometheus',
  },
  {
    name: 'kube-proxy',
    from: cluster,
    to: cluster,
    protocol: 'tcp',
    ports: [10256, 10256],
    why: 'kube-proxy health',
  },
  {
    name: 'vxlan',
    from: cluster,
    to: cluster,
    protocol: 'udp',
    ports: [4789, 4789],
    why: 'Calico VXLAN: every packet between pods on two machines',
  },
  {
    name: 'node-exporter',
    from: cluster,
    to: cluster,
    protocol: 'tcp',
    ports: [ports.nodeExporter, ports.nodeExporter],
    why: 'Prometheus scrapes node-exporter, which listens on the host network',
  },
];

/** Traffic between the machines of a cluster. */
export function clusterFlows({ nodes }: Pick<Cluster, 'nodes'>): MachineFlow[] {
  return [
    ...always,
    ...byName(nodes).flatMap(([, node]) => (node.role === 'control-plane' ? [ssh(node)] : [])),
  ];
}

/**
 * From the address and not from the group: the control planes' group lets the machines' group in already, and two groups
 * that name each other cannot be destroyed (A17).
 */
const ssh = ({ name, privateIp }: Node): MachineFlow => ({
  name: `ssh-from-${name}`,
  from: { cidr: `${privateIp}/32` },
  to: cluster,
  protocol: 'tcp',
  ports: [22, 22],
  why: 'Ansible in the bootstrap hook, which runs on a control plane',
});
