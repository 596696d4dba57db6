import { DataAwsLb } from '@cdktf/provider-aws/lib/data-aws-lb';
import { DataAwsLbs } from '@cdktf/provider-aws/lib/data-aws-lbs';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Fn, TerraformCount } from 'cdktf';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';

/**
 * The bare domain, which points at the shared load balancer and never at a machine (incident A36). The load balancer
 * controller makes that load balancer after this stack was first applied, so the record appears with the apply after it:
 * there is one for each load balancer that carries the controller's tags, which is none or one.
 */
export function apexRecord(scope: Construct, { edge, names }: Cluster, zoneId: string): void {
  const shared = new DataAwsLbs(scope, 'shared-load-balancers', {
    tags: { 'elbv2.k8s.aws/cluster': names.cluster, 'ingress.k8s.aws/stack': edge.loadBalancerGroup },
  });
  const count = TerraformCount.of(Fn.lengthOf(shared.arns));
  new DataAwsLb(scope, 'shared-load-balancer', {
    count,
    arn: Fn.element(Fn.tolist(shared.arns), count.index),
  });
  const attribute = (name: string) => `\${data.aws_lb.shared-load-balancer[count.index].${name}}`;
  new Route53Record(scope, 'apex', {
    count,
    zoneId,
    name: edge.domain,
    type: 'A',
    alias: { name: attribute('dns_name'), zoneId: attribute('zone_id'), evaluateTargetHealth: true },
  });
}
