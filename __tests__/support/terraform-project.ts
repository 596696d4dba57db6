import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { guardPolicy } from '../../charts/gitops-tools/atlantis/policy';

const guardScript = join(__dirname, '../../charts/gitops-tools/atlantis/scripts/guard.script.cjs');
export const projectPath = 'dist/eco2/terraform/network';

/** A checkout with one Terraform project, as Atlantis has it before the guard runs. */
export class TerraformProject {
  readonly root = mkdtempSync(join(tmpdir(), 'guard-'));
  readonly folder = join(this.root, projectPath);

  constructor() {
    mkdirSync(this.folder, { recursive: true });
    execFileSync('git', ['init', '-q'], { cwd: this.root });
    const policy = guardPolicy({
      name: 'eco2',
      region: 'ap-northeast-2',
      names: { cluster: 'eco2', clusterTag: 'kubernetes.io/cluster/eco2', parameterPath: '/eco2/eco2' },
      terraform: { stateBucket: 'state-bucket', lockTable: 'locks', ownsState: true },
    });
    writeFileSync(join(this.root, 'policy.json'), JSON.stringify(policy));
  }

  write(name: string, content: string | Buffer): this {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return this;
  }

  /** Puts everything under git, as a pull request would. */
  commit(): this {
    execFileSync('git', ['add', '--all', '--force'], { cwd: this.root });
    return this;
  }

  /** Runs the guard as the server does: a process of its own, with nothing but its arguments. */
  guard(path = projectPath, workspace = 'default', env: NodeJS.ProcessEnv = process.env) {
    return this.run([join(this.root, 'policy.json'), this.folder, path, workspace], env);
  }

  run(guardArguments: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    const command = [guardScript, ...guardArguments];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
    return { status, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}

/** What the synthesizer writes, cut down to one resource. */
export function healthyDocument() {
  return {
    '//': 'Generated from clusters/eco2.ts by "npm run synth". Edit the definition, not this file.',
    terraform: {
      required_providers: { aws: { source: 'hashicorp/aws', version: '~> 6.25' } },
      required_version: '>= 1.9.0, < 2.0.0',
      backend: {
        s3: {
          bucket: 'state-bucket',
          key: 'eco2/network.tfstate',
          region: 'ap-northeast-2',
          dynamodb_table: 'locks',
          encrypt: true,
        },
      },
    },
    provider: { aws: [{ region: 'ap-northeast-2', default_tags: [{ tags: { Project: 'eco2' } }] }] },
    data: {
      aws_iam_policy_document: { trust: { statement: [{ actions: ['sts:AssumeRole'] }] } },
      aws_ssm_parameter: {
        image: { name: '/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id' },
      },
    },
    resource: {
      aws_vpc: { vpc: { cidr_block: '10.0.0.0/16', tags: { Name: '${join("-", ["eco2", "vpc"])}' } } },
      aws_instance: {
        master: { user_data: '#!/bin/sh\nmain() { echo "$${HOME}"; }\nmain ${aws_vpc.vpc.id}\n' },
      },
    },
    output: { vpc_id: { value: '${aws_vpc.vpc.id}' } },
  };
}

/** Title, content of cdk.tf.json, and what the guard must name. */
export type HostileDocument = readonly [title: string, content: string, names: string];

/** The healthy document with one edit, which no type would allow. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the edits break the document on purpose
export function change(edit: (document: any) => void): string {
  const document = healthyDocument();
  edit(document);
  return JSON.stringify(document);
}
