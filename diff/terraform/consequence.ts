import type { FieldChange } from '../field-change';
import type { UpdateKind } from './replacement';

export type TerraformAction = 'create' | 'destroy' | 'forget' | 'move' | 'rename' | UpdateKind;

/** Resource types whose destruction loses data, and what is lost. */
const holdsData: Readonly<Record<string, string>> = {
  aws_s3_bucket: 'every object in it',
  aws_dynamodb_table: 'every item in it',
  aws_ebs_volume: 'everything on it',
  aws_route53_zone: 'every record in it, and its name servers change',
  aws_cloudwatch_log_group: 'the logs in it',
  aws_instance: 'its root volume',
};

export function losesData(type: string, action: TerraformAction): boolean {
  return type in holdsData && ['destroy', 'replace', 'rename'].includes(action);
}

/** What an action means for people, beyond the resource itself; nothing where it is the resource alone. */
export function consequence(
  type: string,
  action: TerraformAction,
  changes: readonly FieldChange[],
): string | undefined {
  const lost = holdsData[type];
  const changed = (name: string) => changes.some(({ path }) => path[0] === name);
  if (type === 'aws_instance') {
    if (action === 'create') return 'a machine that ansible (add-node) joins to the cluster';
    if (action === 'destroy') return 'drain the node first: its pods and its root volume go with it';
    if (action === 'replace' || action === 'rename')
      return 'the node goes away and a new machine has to be joined: drain it first; root volume and public address are lost';
    if (changed('instance_type'))
      return 'the machine stops and starts: drain the node first; without an Elastic IP its public address changes';
    if (changed('user_data') || changed('user_data_base64'))
      return 'the machine stops and starts; user data runs on first boot only, so a running node does not see it';
  }
  if (action === 'may-replace')
    return 'the table does not know this attribute: read the plan for "forces replacement"';
  if (action === 'rename')
    return `Terraform destroys the old address and creates the new one${lost ? `, with ${lost}` : ''}: add a moved block`;
  if (action === 'move') return 'state only';
  if (lost !== undefined && (action === 'destroy' || action === 'replace')) return `${lost} is lost`;
  if (type === 'aws_eip' && (action === 'destroy' || action === 'replace'))
    return 'the public address changes';
  if (type === 'aws_subnet' && action === 'replace') return 'every machine in it is replaced first';
  if (type === 'aws_cloudfront_distribution') return 'takes 5 to 15 minutes to spread';
  return undefined;
}
