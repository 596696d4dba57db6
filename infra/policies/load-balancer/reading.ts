import type { Statement } from '../statement';
import type { LoadBalancerContext } from './own-tag';

/** What the controller looks at, and certificates and firewalls that it attaches. */
export function reading({ region, account }: LoadBalancerContext): Statement[] {
  const loadBalancers = `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/*`;
  return [
    {
      sid: 'ServiceLinkedRole',
      why: 'The first load balancer of an account needs the service role of Elastic Load Balancing.',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [
        `arn:aws:iam::${account}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing`,
      ],
      conditions: [
        {
          test: 'StringEquals',
          variable: 'iam:AWSServiceName',
          values: ['elasticloadbalancing.amazonaws.com'],
        },
      ],
    },
    {
      sid: 'FindResources',
      why: 'The controller compares AWS with the Ingresses; describing and listing take no resource.',
      actions: [
        ...describe('ec2', [
          'AccountAttributes',
          'Addresses',
          'AvailabilityZones',
          'CoipPools',
          'Instances',
          'InternetGateways',
          'IpamPools',
          'NetworkInterfaces',
          'RouteTables',
          'SecurityGroups',
          'Subnets',
          'Tags',
          'VpcPeeringConnections',
          'Vpcs',
        ]),
        ...describe('elasticloadbalancing', [
          'CapacityReservation',
          'ListenerAttributes',
          'ListenerCertificates',
          'Listeners',
          'LoadBalancerAttributes',
          'LoadBalancers',
          'Rules',
          'SSLPolicies',
          'Tags',
          'TargetGroupAttributes',
          'TargetGroups',
          'TargetHealth',
          'TrustStores',
        ]),
        'acm:ListCertificates',
        'iam:ListServerCertificates',
        'shield:GetSubscriptionState',
      ],
      resources: ['*'],
    },
    {
      sid: 'ReadNetworks',
      why: 'Groups of the VPC are looked up by name, and address pools before an address is taken from them.',
      actions: ['ec2:GetSecurityGroupsForVpc', 'ec2:GetCoipPoolUsage'],
      resources: ['security-group', 'vpc', 'ipv4pool-coip'].map(
        (kind) => `arn:aws:ec2:${region}:${account}:${kind}/*`,
      ),
    },
    {
      sid: 'ReadCertificates',
      why: 'Certificates are found by the host names of the Ingresses, so that no ARN is in git.',
      actions: ['acm:DescribeCertificate', 'iam:GetServerCertificate', 'cognito-idp:DescribeUserPoolClient'],
      resources: [
        `arn:aws:acm:${region}:${account}:certificate/*`,
        `arn:aws:iam::${account}:server-certificate/*`,
        `arn:aws:cognito-idp:${region}:${account}:userpool/*`,
      ],
    },
    {
      sid: 'AssociateFirewalls',
      why: 'The controller keeps the firewall of a load balancer as the Ingress says, also when it says none.',
      actions: ['waf-regional', 'wafv2'].flatMap((service) =>
        ['GetWebACL', 'GetWebACLForResource', 'AssociateWebACL', 'DisassociateWebACL'].map(
          (action) => `${service}:${action}`,
        ),
      ),
      resources: [
        loadBalancers,
        `arn:aws:wafv2:${region}:${account}:regional/webacl/*`,
        `arn:aws:waf-regional:${region}:${account}:webacl/*`,
      ],
    },
    {
      sid: 'ProtectLoadBalancers',
      why: 'The controller keeps the Shield protection of a load balancer as the Ingress says.',
      actions: ['shield:DescribeProtection', 'shield:CreateProtection', 'shield:DeleteProtection'],
      resources: [`arn:aws:shield::${account}:protection/*`, loadBalancers],
    },
  ];
}

const describe = (service: string, kinds: readonly string[]) =>
  kinds.map((kind) => `${service}:Describe${kind}`);
