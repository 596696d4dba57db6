import type { LooseDefinition } from '../support/definition';

/** What is broken, how, and the code and path of the finding. */
export type BrokenDefinition = [
  title: string,
  change: (d: LooseDefinition) => void,
  code: string,
  path: string,
];

const node = 'k8s-api-auth';

/** Shape, names, networks and labels. */
export const brokenShapesAndNetworks: BrokenDefinition[] = [
  ['an unknown field', (d) => (d.vesions = {}), 'definition-keys-are-known', 'vesions'],
  [
    'an unknown field of a node',
    (d) => (d.nodes[node].rootVolumeGib = 20),
    'definition-keys-are-known',
    `nodes.${node}.rootVolumeGib`,
  ],
  ['a missing field', (d) => delete d.region, 'definition-is-complete', 'region'],
  [
    'a missing field of a node',
    (d) => delete d.nodes[node].zone,
    'definition-is-complete',
    `nodes.${node}.zone`,
  ],
  [
    'a value of the wrong type',
    (d) => (d.quota.standardVcpu = '32'),
    'definition-values-have-their-type',
    'quota.standardVcpu',
  ],
  [
    'an unknown instance type',
    (d) => (d.nodes[node].type = 't3.micr'),
    'definition-values-have-their-type',
    `nodes.${node}.type`,
  ],
  [
    'an unknown stage',
    (d) => (d.domains.auth.stage = 'api-frist'),
    'definition-values-have-their-type',
    'domains.auth.stage',
  ],
  ['a cluster name in capitals', (d) => (d.name = 'Eco2'), 'cluster-name-is-short', 'name'],
  [
    'a cluster name too long for AWS names',
    (d) => (d.name = 'e'.repeat(25)),
    'cluster-name-is-short',
    'name',
  ],
  [
    'a node name that is no DNS label',
    (d) => (d.nodes.API_auth = { ...d.nodes[node], number: 99 }),
    'names-are-dns-labels',
    'nodes.API_auth',
  ],
  [
    'a group that takes the name of a node',
    (d) => {
      d.nodes['k8s-x-1'] = { ...d.nodes[node], number: 90 };
      d.nodes['k8s-x'] = { ...d.nodes[node], count: 2, number: 91 };
    },
    'node-names-are-unique',
    'nodes.k8s-x-1',
  ],
  ['a region that is none', (d) => (d.region = 'seoul'), 'zones-are-letters', 'region'],
  [
    'a zone with its region',
    (d) => (d.network.zones['ap-northeast-2d'] = { publicSubnet: '10.0.4.0/24' }),
    'zones-are-letters',
    'network.zones.ap-northeast-2d',
  ],
  ['no zones at all', (d) => (d.network.zones = {}), 'zones-are-letters', 'network.zones'],
  [
    'a zone that is not declared',
    (d) => (d.nodes[node].zone = 'd'),
    'references-exist',
    `nodes.${node}.zone`,
  ],
  [
    'a domain that is not declared',
    (d) => (d.nodes[node].serves = 'auht'),
    'references-exist',
    `nodes.${node}.serves`,
  ],
  [
    'a worker for an unknown domain',
    (d) => (d.workers.ai.domain = 'chatt'),
    'references-exist',
    'workers.ai.domain',
  ],
  [
    'a domain in a system namespace',
    (d) => (d.domainNamespace = 'kube-system'),
    'namespaces-are-free',
    'domains.auth',
  ],
  [
    'two domains in one namespace',
    (d) => (d.domainNamespace = 'apis'),
    'namespaces-are-free',
    'domains.character',
  ],
  ['text that is no CIDR', (d) => (d.network.vpcCidr = '10.0.0.0'), 'cidrs-are-blocks', 'network.vpcCidr'],
  [
    'a CIDR with host bits',
    (d) => (d.network.podCidr = '192.168.1.0/16'),
    'cidrs-are-blocks',
    'network.podCidr',
  ],
  [
    'a VPC larger than AWS takes',
    (d) => (d.network.vpcCidr = '10.0.0.0/8'),
    'vpc-size-is-allowed',
    'network.vpcCidr',
  ],
  [
    'a subnet outside the VPC',
    (d) => (d.network.zones.a.publicSubnet = '10.1.1.0/24'),
    'subnets-lie-in-the-vpc',
    'network.zones.a.publicSubnet',
  ],
  [
    'two subnets that overlap',
    (d) => (d.network.zones.b.publicSubnet = '10.0.1.128/25'),
    'networks-do-not-overlap',
    'network.zones.b.publicSubnet',
  ],
  [
    'pods in the network of the VPC',
    (d) => (d.network.podCidr = '10.0.0.0/16'),
    'networks-do-not-overlap',
    'network.podCidr',
  ],
  [
    'a NAT gateway without private subnets',
    (d) => (d.network.egress = 'nat-gateway'),
    'private-nodes-have-subnets',
    'network.zones.a.privateSubnet',
  ],
  [
    'the API open to the world',
    (d) => (d.network.adminCidrs = ['0.0.0.0/0']),
    'admin-networks-are-narrow',
    'network.adminCidrs.0',
  ],
  [
    'two nodes with one number',
    (d) => (d.nodes['k8s-api-my'].number = 11),
    'node-numbers-fit-the-subnet',
    'nodes.k8s-api-my.number',
  ],
  [
    'a number that AWS keeps',
    (d) => (d.nodes[node].number = 1),
    'node-numbers-fit-the-subnet',
    `nodes.${node}.number`,
  ],
  [
    'a number outside the subnet',
    (d) => (d.nodes[node].number = 300),
    'node-numbers-fit-the-subnet',
    `nodes.${node}.number`,
  ],
  [
    'a reserved label prefix',
    (d) => (d.roles.api.labels['node-role.kubernetes.io/api'] = 'true'),
    'label-keys-are-free',
    'roles.api.labels.node-role.kubernetes.io/api',
  ],
  [
    'a label key with a space',
    (d) => (d.roles.api.labels['work load'] = 'api'),
    'label-keys-are-free',
    'roles.api.labels.work load',
  ],
  [
    'a label value with a comma',
    (d) => (d.roles.api.labels.tier = 'api,web'),
    'label-values-are-valid',
    'roles.api.labels.tier',
  ],
  [
    'a label template that means nothing',
    (d) => (d.roles.api.labels.tier = '{workerType}'),
    'label-templates-are-filled',
    'roles.api.labels.tier',
  ],
];
