import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Backend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';

/** Oldest Terraform that the committed JSON is planned with. */
const requiredVersion = '>= 1.9.0, < 2.0.0';
/** cdktf would write source `aws` and one exact version, which OpenTofu upgrades for ever (opentofu#2402). */
const awsProvider = { source: 'hashicorp/aws', version: '~> 6.25' };

/** A stack with the platform's provider, default tags and encrypted, locked S3 state of its own. */
export abstract class PlatformStack extends TerraformStack {
  constructor(
    scope: Construct,
    readonly cluster: Cluster,
    readonly stackName: string,
  ) {
    super(scope, `${cluster.name}-${stackName}`);
    this.node.setContext('excludeStackIdFromLogicalIds', 'true');
    this.node.setContext('allowSepCharsInLogicalIds', 'true');
    new AwsProvider(this, 'aws', { region: cluster.region, defaultTags: [{ tags: this.tags }] });
    new S3Backend(this, {
      bucket: cluster.terraform.stateBucket,
      key: `${cluster.name}/${stackName}.tfstate`,
      region: cluster.region,
      dynamodbTable: cluster.terraform.lockTable,
      encrypt: true,
    });
    this.addOverride('terraform.required_version', requiredVersion);
    this.addOverride('terraform.required_providers.aws', awsProvider);
    const moved = (cluster.terraform.moved ?? []).filter(({ stack }) => stack === stackName);
    if (moved.length)
      this.addOverride(
        'moved',
        moved.map(({ from, to }) => ({ from, to })),
      );
  }

  /** A second provider for what CloudFront takes from us-east-1 only; a stack without it declares none. */
  protected usEast1(): AwsProvider {
    return new AwsProvider(this, 'us-east-1', {
      alias: 'us_east_1',
      region: 'us-east-1',
      defaultTags: [{ tags: this.tags }],
    });
  }

  private get tags(): Record<string, string> {
    return {
      Project: this.cluster.project,
      Environment: this.cluster.environment,
      Cluster: this.cluster.names.cluster,
      ManagedBy: 'terraform',
    };
  }
}
