import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A command that is measured as a whole. */
export interface Candidate {
  readonly name: string;
  /** Commands that run one after the other, in a shell at the repository's root. */
  readonly commands: readonly string[];
  /** Runs before each measurement and is not measured. */
  readonly prepare?: () => void;
}

/** One run: all its processes together, and the largest of them. */
export interface Sample {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Peak resident memory of the largest Node process; 0 where none ran. */
  readonly peakMiB: number;
}

export const medianOf = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

/** Runs every candidate once a round, in turn, so that a drift of the machine's speed meets them all. */
export function alternate(
  root: string,
  candidates: readonly Candidate[],
  rounds: number,
): Map<string, Sample[]> {
  const samples = new Map(candidates.map(({ name }): [string, Sample[]] => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const candidate of candidates) {
      const sample = run(root, candidate);
      if (round >= 0) samples.get(candidate.name)?.push(sample);
    }
  return samples;
}

function run(root: string, { name, commands, prepare }: Candidate): Sample {
  prepare?.();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const usage = join(folder, 'usage');
  writeFileSync(usage, '');
  const start = process.hrtime.bigint();
  for (const command of commands) {
    const { status, stderr } = spawnSync('sh', ['-c', `exec ${command}`], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        BENCH_USAGE: usage,
        NODE_OPTIONS: `--require ${join(root, 'bench/peak.cjs')}`,
        CHECKPOINT_DISABLE: '1',
        CI: 'true',
      },
    });
    if (status !== 0) throw new Error(`${name}: ${command} ended with ${String(status)}\n${stderr}`);
  }
  const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  const processes = readFileSync(usage, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { cpuSeconds: number; peakMiB: number });
  rmSync(folder, { recursive: true });
  return {
    wallSeconds,
    cpuSeconds: processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMiB: Math.max(0, ...processes.map(({ peakMiB }) => peakMiB)),
  };
}
