import type { Cluster } from '../../../model/cluster';
import { projectDirectory } from './project-directory';
import { terraformFunctions } from './terraform-functions';

/** What the guard lets through to `terraform init`; the shape is that of scripts/guard.script.cjs. */
export interface GuardPolicy {
  /** Regular expression of a project's path in the repository, with the groups that the backend's values name. */
  readonly projectDirectory: string;
  readonly backend: {
    readonly type: string;
    readonly config: Readonly<Record<string, string | boolean>>;
  };
  /** Providers by local name: their registry source and the arguments that their blocks may have. */
  readonly providers: Readonly<
    Record<string, { readonly source: string; readonly arguments: readonly string[] }>
  >;
  /** Data sources by type, each with the regular expressions that arguments must match. */
  readonly dataSources: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly functions: readonly string[];
}

/**
 * Data sources that a plan may read: names and ids of AWS itself. None that invokes (`aws_lambda_invocation`), reads a
 * secret, or runs a program, because a plan runs before anybody has approved the pull request's content.
 */
const dataSources: GuardPolicy['dataSources'] = {
  aws_ami: {},
  aws_availability_zones: {},
  aws_caller_identity: {},
  aws_cloudfront_cache_policy: {},
  aws_cloudfront_response_headers_policy: {},
  aws_ec2_managed_prefix_list: {},
  aws_iam_policy_document: {},
  aws_lb: {},
  aws_lb_hosted_zone_id: {},
  aws_lbs: {},
  aws_partition: {},
  aws_region: {},
  aws_route53_zone: {},
  aws_security_group: {},
  aws_subnet: {},
  aws_subnets: {},
  aws_vpc: {},
};

/** The allow-list of the server that plans this cluster's stacks. A new stack needs no change here. */
export function guardPolicy({
  name,
  terraform,
  region,
  names,
}: Pick<Cluster, 'name' | 'terraform' | 'region' | 'names'>): GuardPolicy {
  const config = {
    bucket: terraform.stateBucket,
    region,
    dynamodb_table: terraform.lockTable,
    encrypt: true,
  };
  return {
    projectDirectory: projectDirectory(name),
    backend: { type: 's3', config: { ...config, key: '{cluster}/{stack}.tfstate' } },
    providers: {
      aws: {
        source: 'hashicorp/aws',
        arguments: ['region', 'alias', 'default_tags', 'allowed_account_ids', 'ignore_tags'],
      },
    },
    dataSources: {
      ...dataSources,
      // Parameters that are no secrets: those of AWS itself, and the machines' public key.
      aws_ssm_parameter: {
        name: `^(/aws/service/.+|${escaped(names.parameterPath)}/ssh/public-key)$`,
      },
      terraform_remote_state: {
        backend: '^s3$',
        'config.bucket': `^${escaped(terraform.stateBucket)}$`,
        'config.key': '^[a-z0-9-]+/[a-z0-9-]+\\.tfstate$',
      },
    },
    functions: terraformFunctions,
  };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
