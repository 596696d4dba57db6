import type { NodeDefinition } from '../../model/definition/node-definition';
import type { RoleDefinitions } from '../../model/definition/role-definition';
import type { Answers } from './answers';

type Nodes = Readonly<Record<string, NodeDefinition>>;

/** Machines and roles of a preset. */
export function machines({ preset, domains }: Answers): { roles: RoleDefinitions; nodes: Nodes } {
  switch (preset) {
    case 'lab':
      return { roles: sharedRole, nodes: labNodes };
    case 'small':
      return { roles: dedicatedRoles, nodes: numbered(smallNodes(domains)) };
    case 'highly-available':
      return { roles: dedicatedRoles, nodes: numbered(availableNodes(domains)) };
  }
}

const sharedRole: RoleDefinitions = {
  'control-plane': { labels: { workload: 'shared' }, selectBy: ['workload'], shared: true },
};

const dedicatedRoles: RoleDefinitions = {
  api: {
    labels: { workload: 'api', domain: '{serves}', tier: 'api' },
    selectBy: ['workload', 'domain'],
    taintBy: 'domain',
  },
  worker: {
    labels: {
      workload: 'worker-{serves}',
      'worker-type': '{workerType}',
      domain: '{domain}',
      tier: 'worker',
    },
    selectBy: ['workload'],
  },
  infrastructure: {
    labels: { workload: '{serves}', tier: 'infrastructure' },
    selectBy: ['workload'],
    taintBy: 'workload',
  },
};

/** Zones that every region of AWS offers to every account by these letters are not promised; most have all three. */
export const zoneLetters = ['a', 'b', 'c'] as const;
const zoneOf = (index: number) => zoneLetters[index % zoneLetters.length] ?? 'a';

const labNodes: Nodes = {
  'k8s-lab': {
    role: 'control-plane',
    type: 't3.2xlarge',
    rootVolumeGiB: 100,
    zone: 'a',
    bringUp: 1,
    number: 10,
  },
};

type WithoutNumber<N> = N extends unknown ? Omit<N, 'number'> : never;
type Unnumbered = WithoutNumber<NodeDefinition>;

function smallNodes(domains: readonly string[]): Record<string, Unnumbered> {
  return {
    'k8s-master': { role: 'control-plane', type: 't3.large', rootVolumeGiB: 80, zone: 'a', bringUp: 1 },
    ...services({ postgresql: 'a', redis: 'b', rabbitmq: 'b', monitoring: 'b' }),
    ...workers(['c']),
    ...Object.fromEntries(
      domains.map((domain, index) => apiNode(domain, `k8s-api-${domain}`, zoneOf(index))),
    ),
  };
}

function availableNodes(domains: readonly string[]): Record<string, Unnumbered> {
  return {
    ...Object.fromEntries(
      zoneLetters.map((zone): [string, Unnumbered] => [
        `k8s-master-${zone}`,
        { role: 'control-plane', type: 't3.large', rootVolumeGiB: 80, zone, bringUp: 1 },
      ]),
    ),
    ...services({ postgresql: 'a', redis: 'b', rabbitmq: 'c', monitoring: 'b' }),
    ...workers(['a', 'c']),
    ...Object.fromEntries(
      domains.flatMap((domain, index) =>
        [zoneOf(index), zoneOf(index + 1)].map((zone) => apiNode(domain, `k8s-api-${domain}-${zone}`, zone)),
      ),
    ),
  };
}

function apiNode(domain: string, name: string, zone: string): [string, Unnumbered] {
  return [name, { role: 'api', serves: domain, type: 't3.small', rootVolumeGiB: 30, zone, bringUp: 2 }];
}

function services(zones: Readonly<Record<'postgresql' | 'redis' | 'rabbitmq' | 'monitoring', string>>) {
  const machine = { rootVolumeGiB: 60, bringUp: 1, role: 'infrastructure' } as const;
  return {
    'k8s-postgresql': { ...machine, serves: 'postgresql', type: 't3.medium', zone: zones.postgresql },
    'k8s-redis': { ...machine, serves: 'redis', type: 't3.small', zone: zones.redis },
    'k8s-rabbitmq': { ...machine, serves: 'rabbitmq', type: 't3.small', zone: zones.rabbitmq },
    'k8s-monitoring': { ...machine, serves: 'monitoring', type: 't3.medium', zone: zones.monitoring },
  } as const;
}

function workers(zones: readonly string[]): Record<string, Unnumbered> {
  return Object.fromEntries(
    zones.map((zone) => [
      zones.length > 1 ? `k8s-worker-${zone}` : 'k8s-worker',
      { role: 'worker', serves: 'default', type: 't3.medium', rootVolumeGiB: 40, zone, bringUp: 3 },
    ]),
  );
}

/** Gives each machine its stable number, in the order in which the preset lists them. */
function numbered(nodes: Readonly<Record<string, Unnumbered>>): Nodes {
  return Object.fromEntries(
    Object.entries(nodes).map(([name, node], index) => [
      name,
      { ...node, number: index + 10 } as NodeDefinition,
    ]),
  );
}
