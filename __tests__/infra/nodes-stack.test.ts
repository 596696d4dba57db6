import { eco2 } from '../../clusters/eco2';
import { awsIdentities } from '../../model/aws/identities';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { eco2With } from '../support/definition';
import { highlyAvailable, resolved } from '../support/highly-available';
import { nodeIdentity } from '../support/node-identity';
import { addressesOf, terraformStacks } from '../support/stacks';

const cluster = resolveCluster(eco2);
const { nodes } = terraformStacks(cluster);
const ha = terraformStacks(resolved(highlyAvailable())).nodes;
const onNodeRoles = terraformStacks(resolved(nodeIdentity())).nodes;

const instances = addressesOf(nodes, 'aws_instance');

describe('machines', () => {
  test('are the nodes of the definition, one each', () => {
    expect(instances).toEqual(Object.keys(cluster.nodes).map((name) => `aws_instance.${name}`));
    expect(instances).toHaveLength(14);
  });

  test.each(instances)('%s keeps credentials, disk and boot as they have to be', (address) => {
    expect(nodes.resources[address]).toMatchObject({
      ebs_optimized: true,
      metadata_options: { http_tokens: 'required', http_put_response_hop_limit: 1 },
      root_block_device: { encrypted: true, volume_type: 'gp3' },
      key_name: '${aws_key_pair.ssh_key.key_name}',
      lifecycle: { ignore_changes: ['ami', 'user_data'] },
    });
  });

  test('have a profile of their kind, and each kind opens sessions (incident A24)', () => {
    for (const address of instances) {
      const node = cluster.nodes[address.slice('aws_instance.'.length)];
      const kind = node?.role ?? '';
      expect(nodes.resources[address].iam_instance_profile).toBe(
        `\${aws_iam_instance_profile.profile_${kind}.name}`,
      );
      expect(nodes.resources[`aws_iam_role_policy_attachment.node_${kind}_ssm`]).toEqual({
        policy_arn: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
        role: `\${aws_iam_role.node_${kind}.name}`,
      });
    }
  });

  test('that hold data can neither be terminated nor destroyed', () => {
    for (const address of instances) {
      const { disable_api_termination, lifecycle, tags } = nodes.resources[address];
      const keeps = ['control-plane', 'infrastructure'].includes(tags.Role);
      expect([address, disable_api_termination, lifecycle.prevent_destroy ?? false]).toEqual([
        address,
        keeps,
        keeps,
      ]);
    }
  });

  test('take an image by its id where the definition names one', () => {
    const { data, resources } = terraformStacks(
      resolved(eco2With((d) => (d.machineImage = 'ami-0123456789abcdef0'))),
    ).nodes;
    expect(resources['aws_instance.k8s-redis'].ami).toBe('ami-0123456789abcdef0');
    expect(data['aws_ssm_parameter.ubuntu_image']).toBeUndefined();
  });

  test('of a group have stable names and addresses of their own', () => {
    expect(
      [1, 2, 3].map((index) => ha.resources[`aws_instance.k8s-worker-ai-${String(index)}`].private_ip),
    ).toEqual(['10.0.11.40', '10.0.11.41', '10.0.11.42']);
  });

  test('behind NAT have no public address', () => {
    expect(ha.resources['aws_instance.k8s-redis'].associate_public_ip_address).toBe(false);
    expect(ha.resources['aws_instance.k8s-redis'].subnet_id).toBe('${data.aws_subnet.private_b.id}');
  });
});

describe('the address of the API server', () => {
  test('is an elastic IP for a single control plane', () => {
    expect(nodes.resources['aws_eip.control_plane_address']).toMatchObject({
      instance: '${aws_instance.k8s-master.id}',
      lifecycle: { prevent_destroy: true },
    });
    expect(addressesOf(nodes, 'aws_lb')).toEqual([]);
  });

  test('is an internal load balancer before three, which sends nobody back to themselves', () => {
    expect(ha.resources['aws_lb.api_load_balancer']).toMatchObject({
      internal: true,
      load_balancer_type: 'network',
    });
    expect(ha.resources['aws_lb_target_group.api_targets']).toMatchObject({
      target_type: 'ip',
      preserve_client_ip: 'false',
    });
    expect(
      addressesOf(ha, 'aws_lb_target_group_attachment').map((address) => ha.resources[address].target_id),
    ).toEqual(['10.0.11.30', '10.0.12.31', '10.0.13.32']);
    expect(addressesOf(ha, 'aws_eip')).toEqual([]);
  });
});

describe('identities', () => {
  const own = awsIdentities(cluster).filter(({ permission }) => permission !== 'dns');

  test.each(own)(
    '$name is trusted for its one service account',
    ({ name, namespace, serviceAccount, roleName }) => {
      expect(nodes.resources[`aws_iam_role.role_${name}`].name).toBe(roleName);
      const [statement] = nodes.data[`aws_iam_policy_document.trust_${name}`].statement;
      expect(statement).toMatchObject({
        actions: ['sts:AssumeRoleWithWebIdentity'],
        principals: [
          { type: 'Federated', identifiers: ['${aws_iam_openid_connect_provider.oidc_provider.arn}'] },
        ],
      });
      expect(statement.condition).toEqual([
        {
          test: 'StringEquals',
          variable: 'prod-sesacthon-oidc.s3.ap-northeast-2.amazonaws.com:sub',
          values: [`system:serviceaccount:${namespace}:${serviceAccount}`],
        },
        {
          test: 'StringEquals',
          variable: 'prod-sesacthon-oidc.s3.ap-northeast-2.amazonaws.com:aud',
          values: ['sts.amazonaws.com'],
        },
      ]);
    },
  );

  test('have their ARNs in an output, so that no account id is in git', () => {
    expect(Object.keys(nodes.outputs['identity_roles'].value)).toEqual(own.map(({ name }) => name));
    expect(JSON.stringify(nodes.json)).not.toMatch(/\b\d{12}\b/);
  });

  test('leave nothing on the roles of the machines (incident A27)', () => {
    const onNodes = addressesOf(nodes, 'aws_iam_role_policy_attachment').filter((address) =>
      /\.node_/.test(address),
    );
    expect(onNodes.every((address) => address.endsWith('_ssm'))).toBe(true);
  });

  test('fall back to the roles of the machines that their pods run on, and to nothing else (incident A28)', () => {
    expect(addressesOf(onNodeRoles, 'aws_iam_openid_connect_provider')).toEqual([]);
    expect(addressesOf(onNodeRoles, 'aws_iam_role')).toEqual(
      ['api', 'control-plane', 'infrastructure', 'worker'].map((kind) => `aws_iam_role.node_${kind}`),
    );
    const attached = addressesOf(onNodeRoles, 'aws_iam_role_policy_attachment').map(
      (address) => address.split('.')[1],
    );
    expect(attached).toEqual(
      expect.arrayContaining([
        'node_control-plane_load-balancer',
        'node_worker_ebs-csi',
        'node_infrastructure_database-backup',
        'node_api_images-bucket',
      ]),
    );
    expect(attached).not.toContain('node_api_ebs-csi');
    // A reference and not the name, so that the policy waits for the role.
    expect(onNodeRoles.resources['aws_iam_role_policy_attachment.node_worker_ebs-csi'].role).toBe(
      '${aws_iam_role.node_worker.name}',
    );
    expect(
      onNodeRoles.resources['aws_instance.k8s-master'].metadata_options.http_put_response_hop_limit,
    ).toBe(2);
  });

  test('have no more policies on one role than AWS takes', () => {
    const counts = new Map<string, number>();
    for (const address of addressesOf(onNodeRoles, 'aws_iam_role_policy_attachment')) {
      const { role } = onNodeRoles.resources[address];
      const name = role.replace(/^\$\{aws_iam_role\.node_(.*)\.name\}$/, 'eco2-node-$1');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // external-dns, from the edge stack, is the tenth.
    for (const [, count] of counts) expect(count).toBeLessThanOrEqual(9);
  });
});

describe('outputs', () => {
  test('tell the next layers what they read (incident A30)', () => {
    expect(Object.keys(nodes.outputs).sort()).toEqual([
      'account_id',
      'ansible_inventory',
      'api_public_ip',
      'identity_roles',
      'nodes',
    ]);
    expect(Object.keys(nodes.outputs['nodes'].value)).toEqual(Object.keys(cluster.nodes));
  });

  test('carry the inventory with the addresses of what was made (incident A32)', () => {
    const { masters } = nodes.outputs['ansible_inventory'].value.all.children.k8s_cluster.children;
    expect(masters.hosts['k8s-master']).toMatchObject({
      ansible_host: '${aws_instance.k8s-master.private_ip}',
      instance_id: '${aws_instance.k8s-master.id}',
    });
  });
});
