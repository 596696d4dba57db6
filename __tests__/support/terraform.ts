import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBinary } from '../../terraform-validation/run/find-binary';
import type { Configuration } from '../../terraform-validation/schema/schemas-for';

export const root = join(__dirname, '../..');

/** The npm bindings of the AWS provider. */
export const bindings = join(root, 'node_modules/@cdktf/provider-aws/lib');
export const searchPath = process.env['PATH'] ?? '';

export const terraform = {
  found: findBinary(searchPath),
  missing: 'there is no terraform or tofu on PATH',
};

/** A committed stack that a test may break. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test breaks stacks in ways that types forbid
export type LooseConfiguration = any;

export function committedStack(cluster: string, stack: string): Configuration {
  const file = join(root, 'dist', cluster, 'terraform', stack, 'cdk.tf.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Configuration;
}
