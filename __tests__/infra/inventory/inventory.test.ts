import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters } from '../../../clusters/all';
import { eco2 } from '../../../clusters/eco2';
import { inventory } from '../../../infra/inventory/inventory';
import type { InventoryAddresses } from '../../../infra/inventory/machine-addresses';
import type { Cluster } from '../../../model/cluster';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { eco2With } from '../../support/definition';
import { threeControlPlanes } from '../../support/three-control-planes';

interface Group {
  hosts?: Record<string, Record<string, unknown>>;
  children?: Record<string, Group>;
}

/** Hosts of a group and of the groups below it, by group name. */
function hostsByGroup(cluster: Cluster, addresses?: InventoryAddresses): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const walk = (name: string, group: Group): string[] => {
    const below = Object.entries(group.children ?? {}).flatMap(([child, value]) => walk(child, value));
    const hosts = [...Object.keys(group.hosts ?? {}), ...below].sort();
    found.set(name, hosts);
    return hosts;
  };
  walk('all', inventory(cluster, addresses).all as Group);
  return found;
}

function variables(cluster: Cluster, host: string, addresses?: InventoryAddresses): Record<string, unknown> {
  const find = (group: Group): Record<string, unknown> | undefined =>
    group.hosts?.[host] ??
    Object.values(group.children ?? {})
      .map(find)
      .find((value) => value !== undefined);
  const value = find(inventory(cluster, addresses).all as Group);
  if (!value) throw new Error(`${host} is in no group`);
  return value;
}

const addressesOf = (cluster: Cluster): InventoryAddresses => ({
  publicIp: '203.0.113.10',
  machines: Object.fromEntries(
    Object.values(cluster.nodes).map(({ name, privateIp }) => [name, { privateIp, instanceId: `i-${name}` }]),
  ),
});

describe.each([...clusters.map((definition) => resolveCluster(definition)), threeControlPlanes()])(
  'the inventory of $name with $totals.nodes nodes',
  (cluster) => {
    const groups = hostsByGroup(cluster);
    const all = Object.keys(cluster.nodes).sort();

    it('has every node in exactly one group of its own', () => {
      const own = ['masters', 'api_nodes', 'workers', 'infrastructure'].flatMap(
        (group) => groups.get(group) ?? [],
      );
      expect(own.sort()).toEqual(all);
      expect(groups.get('k8s_cluster')).toEqual(all);
    });

    it('joins every node that is no control plane, whatever its group', () => {
      const masters = new Set(groups.get('masters'));
      const joining = (groups.get('k8s_cluster') ?? []).filter((name) => !masters.has(name));
      expect(joining).toEqual(all.filter((name) => cluster.nodes[name]?.role !== 'control-plane'));
    });

    it('gives Ansible a fork for every node', () => {
      const configuration = readFileSync(join(__dirname, '../../../ansible/ansible.cfg'), 'utf8');
      const forks = Number(/^forks = (\d+)$/m.exec(configuration)?.[1]);
      expect(forks).toBeGreaterThanOrEqual(all.length);
    });
  },
);

describe('the inventory of eco2', () => {
  const cluster = resolveCluster(eco2);

  it('has a group for each kind of infrastructure', () => {
    const groups = hostsByGroup(cluster);
    expect(['monitoring', 'postgresql', 'rabbitmq', 'redis'].map((kind) => groups.get(kind))).toEqual([
      ['k8s-monitoring'],
      ['k8s-postgresql'],
      ['k8s-rabbitmq'],
      ['k8s-redis'],
    ]);
  });

  it('carries no address that Terraform alone knows', () => {
    const text = JSON.stringify(inventory(cluster));
    expect(text).not.toContain('ansible_host');
    expect(text).not.toContain('instance_id');
  });

  it('has the same groups with addresses, and only the addresses on top', () => {
    const addresses = addressesOf(cluster);
    expect(hostsByGroup(cluster, addresses)).toEqual(hostsByGroup(cluster));
    const { ansible_host, instance_id, ...rest } = variables(cluster, 'k8s-api-auth', addresses);
    expect([ansible_host, instance_id]).toEqual(['10.0.1.11', 'i-k8s-api-auth']);
    expect(rest).toEqual(variables(cluster, 'k8s-api-auth'));
  });

  it('puts the public address of the control plane into the certificate', () => {
    const { vars } = inventory(cluster, addressesOf(cluster)).all;
    expect(JSON.stringify(vars['kubeadm_cluster_configuration'])).toContain('203.0.113.10');
  });

  it('names no issuer where pods use their node', () => {
    const node = resolveCluster(eco2With((d) => (d.identity = 'node')));
    const text = JSON.stringify(inventory(node));
    expect(text).not.toContain('service-account-issuer');
    expect(text).not.toContain('service_account_issuer');
  });

  it('does not touch the variables of other nodes when a node is added', () => {
    const wider = resolveCluster(
      eco2With((d) => {
        d.nodes['k8s-worker-ai-2'] = { ...d.nodes['k8s-worker-ai'], number: 40 };
      }),
    );
    for (const name of Object.keys(cluster.nodes))
      expect(variables(wider, name)).toEqual(variables(cluster, name));
  });
});
