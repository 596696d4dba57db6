/** What a controller calls in AWS on an ordinary day; without any of these it fails or stays idle. */
export interface ControllerActions {
  readonly chart: string;
  readonly serviceAccount: string;
  readonly actions: readonly string[];
}

const ec2 = (...names: readonly string[]) => names.map((name) => `ec2:${name}`);
const elb = (...names: readonly string[]) => names.map((name) => `elasticloadbalancing:${name}`);

/** From the policies that the projects publish for the versions in use, without optional features. */
export const controllerActions: readonly ControllerActions[] = [
  {
    chart: 'aws-ebs-csi-driver',
    serviceAccount: 'ebs-csi-controller-sa',
    actions: ec2(
      'CreateVolume',
      'DeleteVolume',
      'AttachVolume',
      'DetachVolume',
      'ModifyVolume',
      'CreateTags',
      'DescribeVolumes',
      'DescribeInstances',
      'DescribeAvailabilityZones',
      'DescribeVolumesModifications',
    ),
  },
  {
    chart: 'aws-load-balancer-controller',
    serviceAccount: 'aws-load-balancer-controller',
    actions: [
      ...ec2(
        'DescribeAvailabilityZones',
        'DescribeInstances',
        'DescribeNetworkInterfaces',
        'DescribeSecurityGroups',
        'DescribeSubnets',
        'DescribeTags',
        'DescribeVpcs',
      ),
      ...elb(
        'AddTags',
        'RemoveTags',
        'CreateLoadBalancer',
        'DeleteLoadBalancer',
        'CreateListener',
        'DeleteListener',
        'ModifyListener',
        'CreateRule',
        'DeleteRule',
        'ModifyRule',
        'CreateTargetGroup',
        'DeleteTargetGroup',
        'ModifyTargetGroup',
        'ModifyTargetGroupAttributes',
        'ModifyLoadBalancerAttributes',
        'RegisterTargets',
        'DeregisterTargets',
        'SetSecurityGroups',
        'SetSubnets',
        'DescribeListeners',
        'DescribeListenerAttributes',
        'DescribeListenerCertificates',
        'DescribeLoadBalancers',
        'DescribeLoadBalancerAttributes',
        'DescribeRules',
        'DescribeTags',
        'DescribeTargetGroups',
        'DescribeTargetGroupAttributes',
        'DescribeTargetHealth',
      ),
      'acm:ListCertificates',
      'acm:DescribeCertificate',
    ],
  },
  {
    chart: 'external-secrets',
    serviceAccount: 'external-secrets',
    actions: ['ssm:GetParameter', 'ssm:GetParametersByPath'],
  },
  {
    chart: 'external-dns',
    serviceAccount: 'external-dns',
    actions: [
      'route53:ChangeResourceRecordSets',
      'route53:ListHostedZones',
      'route53:ListResourceRecordSets',
    ],
  },
];
