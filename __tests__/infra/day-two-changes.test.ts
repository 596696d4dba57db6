import { eco2 } from '../../clusters/eco2';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { eco2With, type LooseDefinition } from '../support/definition';
import { highlyAvailable, resolved } from '../support/highly-available';
import { stackChanges } from '../support/stack-changes';

const cluster = resolveCluster(eco2);
const changes = (change: (d: LooseDefinition) => void) => stackChanges(cluster, resolved(eco2With(change)));
const nothing = { added: [], removed: [], changed: {} };

const addNode = (d: LooseDefinition) => {
  d.quota.standardVcpu = 34;
  d.nodes['k8s-api-auth-2'] = { ...d.nodes['k8s-api-auth'], zone: 'b', number: 30 };
};

const addDomain = (d: LooseDefinition) => {
  d.domains.reward = { ...d.domains.info, path: '/api/v1/reward', ingressOrder: 80 };
  d.gitops.images['reward-api'] = 'v1.0.0';
  d.nodes['k8s-api-reward'] = { ...d.nodes['k8s-api-info'], serves: 'reward', number: 31 };
  d.quota.standardVcpu = 34;
};

describe('an apply after a change of the definition', () => {
  test('to a larger type changes that machine in place and no other', () => {
    expect(changes((d) => (d.nodes['k8s-api-auth'].type = 't3.small'))).toEqual({
      ...nothing,
      changed: { 'nodes aws_instance.k8s-api-auth': ['instance_type'] },
    });
  });

  test('to a larger root volume grows that volume in place', () => {
    expect(changes((d) => (d.nodes['k8s-redis'].rootVolumeGiB = 50))).toEqual({
      ...nothing,
      changed: { 'nodes aws_instance.k8s-redis': ['root_block_device'] },
    });
  });

  test('that adds a node makes one machine and touches nothing', () => {
    expect(changes(addNode)).toEqual({ ...nothing, added: ['nodes aws_instance.k8s-api-auth-2'] });
  });

  test('that removes a node destroys one machine and touches nothing', () => {
    const before = resolved(eco2With(addNode));
    expect(stackChanges(before, cluster)).toEqual({
      ...nothing,
      removed: ['nodes aws_instance.k8s-api-auth-2'],
    });
  });

  test('that adds a zone makes its subnet and replaces no machine', () => {
    expect(changes((d) => (d.network.zones.d = { publicSubnet: '10.0.4.0/24' }))).toEqual({
      added: ['network aws_subnet.public-d', 'network aws_route_table_association.public-d-routes'],
      removed: [],
      changed: { 'nodes aws_ssm_parameter.parameter_network_public_subnet_ids': ['value'] },
    });
  });

  test('that adds a domain makes its machine and touches nothing', () => {
    expect(changes(addDomain)).toEqual({ ...nothing, added: ['nodes aws_instance.k8s-api-reward'] });
  });

  test('that lets a domain use the images bucket makes its role and touches nothing', () => {
    expect(changes((d) => (d.domains.info.usesImagesBucket = true))).toEqual({
      ...nothing,
      added: [
        'nodes aws_iam_role.role_info-api',
        'nodes aws_iam_role_policy_attachment.role_info-api_images-bucket',
      ],
    });
  });

  test('that moves a domain to another label changes user data of its machine, which running machines ignore', () => {
    const { changed } = changes((d) => (d.roles.worker.labels.tier = 'jobs'));
    expect(changed).toEqual({
      'nodes aws_instance.k8s-worker-ai': ['user_data'],
      'nodes aws_instance.k8s-worker-storage': ['user_data'],
    });
  });

  test('that opens an admin network adds two rules', () => {
    expect(changes((d) => (d.network.adminCidrs = ['203.0.113.0/24']))).toEqual({
      ...nothing,
      added: [
        'network aws_vpc_security_group_ingress_rule.api-from-203-0-113-0-24',
        'network aws_vpc_security_group_ingress_rule.ssh-from-203-0-113-0-24',
      ],
    });
  });

  test('that writes the definition in another order is none', () => {
    expect(
      changes((d) => {
        d.nodes = Object.fromEntries(Object.entries(d.nodes).reverse());
        d.network.zones = Object.fromEntries(Object.entries(d.network.zones).reverse());
      }),
    ).toEqual(nothing);
  });

  test('that grows a group makes the next machine and leaves the ones before', () => {
    const group = (count: number) =>
      resolved(highlyAvailable('nat-gateway', (d) => (d.nodes['k8s-worker-ai'].count = count)));
    expect(stackChanges(group(3), group(4))).toEqual({
      ...nothing,
      added: ['nodes aws_instance.k8s-worker-ai-4'],
    });
  });
});
