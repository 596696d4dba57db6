import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';

const nodes = (tree: Tree): Loose => tree.stack('nodes').resource;
const network = (tree: Tree): Loose => tree.stack('network').resource;

/** Adds a resource to a stack. */
function add(tree: Tree, stack: string, type: string, name: string, body: Loose): void {
  const { resource } = tree.stack(stack);
  resource[type] = { ...resource[type], [name]: body };
}

export const brokenTerraform: readonly BrokenCase[] = [
  {
    title: 'a resource that is declared twice',
    incidents: ['A01', 'A30'],
    change: (tree) => {
      const { aws_vpc: vpcs } = network(tree);
      vpcs.vpc = [vpcs.vpc, vpcs.vpc];
    },
    code: 'terraform-addresses-are-unique',
    path: 'aws_vpc.vpc',
  },
  {
    title: 'a role whose name another stack uses',
    incidents: ['A01', 'A09', 'A10'],
    change: (tree) => {
      add(tree, 'network', 'aws_iam_role', 'again', nodes(tree).aws_iam_role['node_api']);
      delete network(tree).aws_iam_role.again.assume_role_policy;
    },
    code: 'account-names-are-unique',
    path: 'aws_iam_role.node_api: name',
  },
  {
    title: 'an alias that is not declared',
    incidents: ['A02'],
    change: (tree) => {
      network(tree).aws_vpc.vpc.provider = 'aws.us_east_1';
    },
    code: 'providers-are-declared',
    path: 'aws_vpc.vpc: provider',
  },
  {
    title: 'a provider that nobody required',
    incidents: ['A48'],
    change: (tree) => {
      add(tree, 'nodes', 'local_file', 'inventory', { content: 'x', filename: 'hosts' });
    },
    code: 'providers-are-declared',
    path: 'local_file.inventory',
  },
  {
    title: 'a resource that was renamed where it is used',
    incidents: ['A04', 'A06'],
    change: (tree) => {
      nodes(tree).aws_iam_instance_profile['profile_api'].role = '${aws_iam_role.ec2_ssm_role.name}';
    },
    code: 'terraform-references-resolve',
    path: 'aws_iam_instance_profile.profile_api: role',
    also: ['machines-have-session-manager'],
  },
  {
    title: 'an output of a data source with a dot too many',
    incidents: ['A06', 'A30'],
    change: (tree) => {
      tree.stack('network').output.vpc_id.value = '${data.aws.route53_zone.main.id}';
    },
    code: 'terraform-references-resolve',
    path: 'output.vpc_id: value',
  },
  {
    title: 'a counted resource without an index',
    incidents: ['A05'],
    change: (tree) => {
      network(tree).aws_internet_gateway['internet-gateway'].count = 1;
    },
    code: 'counted-resources-are-indexed',
    path: 'aws_route.public-internet: gateway_id',
  },
  {
    title: 'a role that exists only sometimes, used always',
    incidents: ['A28'],
    change: (tree) => {
      nodes(tree).aws_iam_role['node_api'].count = '${var.enable_irsa ? 1 : 0}';
      tree.stack('nodes').variable = { enable_irsa: {} };
      const attachments = Object.values(nodes(tree).aws_iam_role_policy_attachment) as Loose[];
      for (const one of [...attachments, ...(Object.values(nodes(tree).aws_iam_instance_profile) as Loose[])])
        if (one.role.includes('.node_api.')) one.role = '${aws_iam_role.node_api[0].name}';
    },
    code: 'optional-resources-are-guarded',
    path: 'aws_iam_instance_profile.profile_api: role',
  },
  {
    title: 'a lifecycle rule without a filter',
    incidents: ['A07'],
    change: (tree) => {
      delete nodes(tree).aws_s3_bucket_lifecycle_configuration['oidc_issuer-lifecycle'].rule[0].filter;
    },
    code: 'lifecycle-rules-have-a-filter',
    path: 'aws_s3_bucket_lifecycle_configuration.oidc_issuer-lifecycle: rule[0]',
  },
  {
    title: 'two groups that let one another in',
    incidents: ['A15', 'A17', 'A18'],
    change: (tree) => {
      const rules = network(tree).aws_vpc_security_group_ingress_rule;
      rules['nodes-from-control-plane'] = {
        ...rules['api-from-nodes'],
        security_group_id: '${aws_security_group.cluster.id}',
        referenced_security_group_id: '${aws_security_group.control-plane.id}',
      };
    },
    code: 'security-groups-have-no-cycle',
    path: 'aws_vpc_security_group_ingress_rule.api-from-nodes: referenced_security_group_id',
  },
  ...(
    [
      ['A19', 'api-from-nodes', 'the Kubernetes API'],
      ['A20', 'vxlan', 'VXLAN'],
      ['A21', 'kubelet', 'the kubelet'],
      ['A21', 'kube-proxy', 'kube-proxy'],
      ['A21', 'controller-manager', 'the controller manager'],
      ['A21', 'scheduler', 'the scheduler'],
    ] as const
  ).map(([incident, name, what]): BrokenCase => ({
    title: `a port of ${what} that stays shut`,
    incidents: [incident],
    change: (tree) => {
      Reflect.deleteProperty(network(tree).aws_vpc_security_group_ingress_rule, name);
    },
    code: 'machines-reach-one-another',
    path: `aws_instance.${['vxlan', 'kubelet', 'kube-proxy'].includes(name) ? 'k8s-api-auth' : 'k8s-master'}: vpc_security_group_ids`,
  })),
  ...(
    [
      ['A22', 'calico-typha', 'Typha'],
      ['A23', 'istiod', 'Istio'],
    ] as const
  ).map(([incident, name, what]): BrokenCase => ({
    title: `${what} without its port`,
    incidents: [incident],
    change: (tree) => {
      const deployment = structuredClone(tree.object('Deployment', 'my/my-api'));
      tree.add('api-my', { ...deployment, metadata: { ...deployment.metadata, name } });
    },
    code: 'machines-reach-one-another',
    path: 'aws_instance.k8s-api-auth: vpc_security_group_ids',
    also: ['cni-belongs-to-ansible', 'service-links-are-off'],
  })),
  {
    title: 'SSH that is open to the world',
    change: (tree) => {
      const rules = network(tree).aws_vpc_security_group_ingress_rule;
      rules['ssh'] = { ...rules['kubelet'], from_port: 22, to_port: 22, cidr_ipv4: '0.0.0.0/0' };
      delete rules['ssh'].referenced_security_group_id;
    },
    code: 'doors-are-narrow',
    path: 'aws_vpc_security_group_ingress_rule.ssh: cidr_ipv4',
  },
  {
    title: 'a profile that no machine has',
    incidents: ['A24'],
    change: (tree) => {
      delete nodes(tree).aws_instance['k8s-api-auth'].iam_instance_profile;
    },
    code: 'machines-have-session-manager',
    path: 'aws_instance.k8s-api-auth: iam_instance_profile',
  },
  {
    title: 'state on the local disk',
    incidents: ['A34'],
    change: (tree) => {
      delete tree.stack('network').terraform.backend;
    },
    code: 'state-is-remote',
    path: 'stack dist/eco2/terraform/network: terraform.backend',
  },
  {
    title: 'a public name that points at the master',
    incidents: ['A36'],
    change: (tree) => {
      add(tree, 'nodes', 'aws_route53_record', 'api-name', {
        zone_id: 'Z1',
        name: 'old.growbin.app',
        type: 'A',
        records: ['${aws_eip.control_plane_address.public_ip}'],
      });
    },
    code: 'public-names-avoid-machines',
    path: 'aws_route53_record.api-name: records',
  },
  {
    title: 'a private subnet without a way out',
    incidents: ['A41'],
    change: (tree) => {
      add(tree, 'network', 'aws_subnet', 'private-a', {
        cidr_block: '10.0.101.0/24',
        vpc_id: '${aws_vpc.vpc.id}',
        tags: { Name: 'eco2-private-a' },
      });
    },
    code: 'subnets-have-a-route',
    path: 'aws_subnet.private-a',
  },
  {
    title: 'subnets of another VPC',
    incidents: ['A42'],
    change: (tree) => {
      network(tree).aws_vpc.vpc.cidr_block = '10.1.0.0/16';
    },
    code: 'subnets-lie-in-their-vpc',
    path: 'aws_subnet.public-a: cidr_block',
  },
  {
    title: 'an image that replaces the fleet',
    incidents: ['A43'],
    change: (tree) => {
      nodes(tree).aws_instance['k8s-api-auth'].lifecycle.ignore_changes = ['user_data'];
    },
    code: 'machine-images-stay',
    path: 'aws_instance.k8s-api-auth: ami',
  },
  {
    title: 'a policy for a bucket that nobody makes',
    incidents: ['A45'],
    change: (tree) => {
      tree.stack('nodes').data.aws_iam_policy_document['allow_images-bucket'].statement[0].resources = [
        'arn:aws:s3:::ecoeco-images',
      ];
    },
    code: 'bucket-arns-resolve',
    path: 'data.aws_iam_policy_document.allow_images-bucket: statement[0].resources[0]',
  },
  {
    title: 'a secret outside the path that may be read',
    incidents: ['A45'],
    change: (tree) => {
      tree.object('ExternalSecret', 'auth/registry-credentials').spec.data[0].remoteRef.key =
        '/sesacthon/dockerhub/config';
    },
    code: 'parameters-are-readable',
    path: 'ExternalSecret auth/registry-credentials: spec.data[0].remoteRef.key',
  },
  {
    title: 'a cluster tag that the controller does not look for',
    incidents: ['A46'],
    change: (tree) => {
      const { tags } = network(tree).aws_subnet['public-a'];
      delete tags['kubernetes.io/cluster/eco2'];
      tags['kubernetes.io/cluster/prod-sesacthon'] = 'owned';
    },
    code: 'cluster-tags-agree',
    path: 'aws_subnet.public-a: tags["kubernetes.io/cluster/prod-sesacthon"]',
  },
  {
    title: 'a password that Terraform makes',
    incidents: ['A48'],
    change: (tree) => {
      tree.stack('nodes').terraform.required_providers.random = { source: 'hashicorp/random' };
      add(tree, 'nodes', 'random_password', 'postgres', { length: 32 });
    },
    code: 'state-holds-no-secret',
    path: 'random_password.postgres: length',
  },
  {
    title: 'a controller that may not do what its version does',
    incidents: ['A26'],
    change: (tree) => {
      for (const { statement } of Object.values(tree.stack('nodes').data.aws_iam_policy_document) as Loose[])
        for (const one of statement)
          one.actions = one.actions.filter(
            (action: string) => !/AddTags|DescribeListenerAttributes/.test(action),
          );
    },
    code: 'controllers-may-act',
    path: 'aws_iam_role.role_alb-controller',
  },
  {
    title: 'a storage driver without its actions',
    incidents: ['A25'],
    change: (tree) => {
      const attachments = nodes(tree).aws_iam_role_policy_attachment;
      delete attachments['role_ebs-csi_ebs-csi'];
    },
    code: 'controllers-may-act',
    path: 'aws_iam_role.role_ebs-csi',
  },
  {
    title: 'a controller without any role',
    incidents: ['A27', 'A29'],
    change: (tree) => {
      const { statement } = tree.stack('nodes').data.aws_iam_policy_document['trust_alb-controller'];
      for (const one of statement) for (const condition of one.condition) condition.values = ['nobody'];
    },
    code: 'controllers-have-one-identity',
    path: 'Application argocd/alb-controller: spec.source.chart',
  },
];
