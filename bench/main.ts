/** `npm run bench`: what a synth costs beside what users would otherwise run, and how it grows. Writes bench/RESULTS.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { candidates } from './candidates';
import { growth } from './growth';
import { alternate } from './measure';
import { results } from './results';

const root = join(__dirname, '..');
/** The largest has more than 1,400 nodes and 18,000 objects. */
const sizes = [1, 10, 100, 124];
const rounds = Number(process.env['BENCH_ROUNDS'] ?? '10');

mkdirSync(join(root, 'bench/.out'), { recursive: true });
if (!existsSync(join(root, 'bench/node_modules'))) {
  process.stdout.write('Installing the CDK command lines for the comparison…\n');
  execFileSync('npm', ['ci'], { cwd: join(root, 'bench'), stdio: 'inherit' });
}
async function main(): Promise<void> {
  const compared = candidates(root);
  const points = await growth(root, sizes, 3);
  const samples = await alternate(root, compared, rounds);
  const report = results(samples, points, versions(), new Date().toISOString().slice(0, 10));
  writeFileSync(join(root, 'bench/RESULTS.md'), report);
  process.stdout.write(report);
}

function versions(): string {
  const versionOf = (name: string) =>
    (
      JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
      }
    ).version;
  return [
    `Node ${process.versions.node}`,
    ...['cdktf', 'cdk8s', '@cdktf/provider-aws'].map((name) => `${name} ${versionOf(name)}`),
    // Node parses them at the start of every process, ours and theirs.
    ...(process.env['NODE_EXTRA_CA_CERTS'] ? ['NODE_EXTRA_CA_CERTS set'] : []),
  ].join(', ');
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
