import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { policyDocument } from './policy-document';

/** A year, as audits ask for; the log is switched on where somebody needs it. */
const retentionDays = 365;

/** Records the VPC's accepted and rejected connections in CloudWatch Logs. */
export function flowLog(scope: Construct, cluster: Cluster, vpcId: string): void {
  const name = `${cluster.names.cluster}-vpc-flow-log`;
  const group = new CloudwatchLogGroup(scope, 'flow-log', {
    name: `${cluster.names.parameterPath}/vpc-flow-log`,
    retentionInDays: retentionDays,
    tags: { Name: name },
  });
  const trust = policyDocument(scope, 'flow-log-trust', [
    {
      sid: 'VpcFlowLogs',
      why: 'The flow log service writes on behalf of the VPC.',
      principals: [{ type: 'Service', identifiers: ['vpc-flow-logs.amazonaws.com'] }],
      actions: ['sts:AssumeRole'],
    },
  ]);
  const role = new IamRole(scope, 'flow-log-writer', {
    name,
    description: 'VPC flow logs to CloudWatch Logs',
    assumeRolePolicy: trust,
  });
  const write = policyDocument(scope, 'flow-log-write', [
    {
      sid: 'WriteStreams',
      why: 'One log stream for each network interface, in this one group.',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      resources: [`${group.arn}:*`],
    },
  ]);
  const policy = new IamRolePolicy(scope, 'flow-log-policy', { name, role: role.id, policy: write });
  new FlowLog(scope, 'vpc-flow-log', {
    vpcId,
    trafficType: 'ALL',
    logDestinationType: 'cloud-watch-logs',
    logDestination: group.arn,
    iamRoleArn: role.arn,
    maxAggregationInterval: 600,
    tags: { Name: name },
    dependsOn: [policy],
  });
}
