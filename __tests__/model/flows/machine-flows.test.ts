import { eco2 } from '../../../clusters/eco2';
import type { Cluster } from '../../../model/cluster';
import type { Endpoint, MachineFlow } from '../../../model/flows/machine-flow';
import { machineFlows } from '../../../model/flows/machine-flows';
import { machineGroups } from '../../../model/flows/machine-groups';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { eco2With } from '../../support/definition';
import { highlyAvailable, resolved } from '../../support/highly-available';

const cluster = resolveCluster(eco2);
const withAdmins = resolved(eco2With((d) => (d.network.adminCidrs = ['203.0.113.0/24'])));
const variants: [name: string, cluster: Cluster][] = [
  ['eco2', cluster],
  ['eco2 with administrators', withAdmins],
  ['three control planes behind NAT', resolved(highlyAvailable())],
  ['three control planes without internet', resolved(highlyAvailable('vpc-endpoints'))],
];

const text = (end: Endpoint) => ('group' in end ? end.group : 'cidr' in end ? end.cidr : end.service);
const opens = ({ ports: [first, last], protocol }: MachineFlow, port: number) =>
  protocol === 'tcp' && first <= port && port <= last;

/** Who may reach a TCP port of the machines, by the groups that receive. */
const sources = (of: Cluster, port: number, to: readonly string[]) =>
  machineFlows(of)
    .filter((flow) => 'group' in flow.to && to.includes(flow.to.group) && opens(flow, port))
    .map(({ from }) => text(from));

describe('machineFlows', () => {
  test.each([
    ['the Kubernetes API', 6443, ['cluster']],
    ['etcd', 2379, ['control-plane']],
    ['kube-controller-manager', 10257, ['control-plane']],
    ['kube-scheduler', 10259, ['control-plane']],
    ['the kubelet', 10250, ['cluster']],
    ['kube-proxy', 10256, ['cluster']],
    ['node ports', 31000, ['load-balancer']],
    ['SSH', 22, ['10.0.1.10/32']],
  ])('lets only the right machines reach %s', (_what, port, from) => {
    expect(sources(cluster, port, ['cluster', 'control-plane'])).toEqual(from);
  });

  test('carries VXLAN between all machines (incident A20)', () => {
    expect(machineFlows(cluster)).toContainEqual(
      expect.objectContaining({
        from: { group: 'cluster' },
        to: { group: 'cluster' },
        protocol: 'udp',
        ports: [4789, 4789],
      }),
    );
  });

  test('opens SSH and the Kubernetes API to named admin networks and to no other address', () => {
    for (const port of [22, 6443])
      expect(sources(withAdmins, port, ['cluster', 'control-plane'])).toContain('203.0.113.0/24');
  });

  test.each(variants)('of %s lets everybody reach the load balancer alone, on 80 and 443', (_name, of) => {
    const open = machineFlows(of).filter(({ from }) => text(from) === '0.0.0.0/0');
    expect(open.map(({ to, ports }) => [text(to), ...ports])).toEqual([
      ['load-balancer', 80, 80],
      ['load-balancer', 443, 443],
    ]);
  });

  test.each(variants)('of %s has no cycle between groups (incidents A17, A18)', (_name, of) => {
    const edges = machineFlows(of).flatMap(({ from, to }) =>
      'group' in from && 'group' in to && from.group !== to.group ? [[to.group, from.group] as const] : [],
    );
    const reach = (start: string, seen = new Set<string>()): Set<string> => {
      for (const [receiver, sender] of edges)
        if (receiver === start && !seen.has(sender)) reach(sender, seen.add(sender));
      return seen;
    };
    for (const [group] of machineGroups(of)) expect([...reach(group)]).not.toContain(group);
  });

  test.each(variants)('of %s has unique names and descriptions that AWS takes', (_name, of) => {
    const flows = machineFlows(of);
    expect(new Set(flows.map(({ name }) => name)).size).toBe(flows.length);
    for (const { why } of flows) expect(why).toMatch(/^[\w .:/()#,@[\]+=&;{}!$*-]{10,255}$/);
  });

  test.each(variants)('of %s names groups that the cluster has', (_name, of) => {
    const groups = machineGroups(of).map(([name]) => name);
    const named = machineFlows(of).flatMap(({ from, to }) =>
      [from, to].flatMap((end) => ('group' in end ? [end.group] : [])),
    );
    expect(groups).toEqual(expect.arrayContaining(named));
  });

  test('without internet lets nothing leave for addresses outside the VPC', () => {
    const leaving = machineFlows(resolved(highlyAvailable('vpc-endpoints'))).flatMap(({ to }) =>
      'cidr' in to ? [to.cidr] : [],
    );
    expect(new Set(leaving)).toEqual(new Set(['10.0.0.0/16']));
  });
});
