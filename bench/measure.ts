import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcUsage } from './proc-usage';

/** A command that is measured as a whole. */
export interface Candidate {
  readonly name: string;
  /** Commands that run one after the other, in a shell at the repository's root. */
  readonly commands: readonly string[];
  /** Runs before each measurement and is not measured. */
  readonly prepare?: () => void;
  /** Whether its commands are no Node processes, which leave their usage themselves. @default false */
  readonly isForeign?: boolean;
}

/** One run: all its processes together, and the largest of them. */
export interface Sample {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Peak resident memory of the largest process. */
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
export async function alternate(
  root: string,
  candidates: readonly Candidate[],
  rounds: number,
): Promise<Map<string, Sample[]>> {
  const samples = new Map(candidates.map(({ name }): [string, Sample[]] => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const candidate of candidates) {
      const sample = await run(root, candidate);
      if (round >= 0) samples.get(candidate.name)?.push(sample);
    }
  return samples;
}

interface Usage {
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

async function run(root: string, { name, commands, prepare, isForeign }: Candidate): Promise<Sample> {
  prepare?.();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'usage');
  writeFileSync(file, '');
  const foreign: Usage[] = [];
  const start = process.hrtime.bigint();
  for (const command of commands) {
    const { usage, error } = await ended(root, command, file, isForeign ?? false);
    if (error !== undefined) throw new Error(`${name}: ${command} ended with ${error}`);
    if (usage) foreign.push(usage);
  }
  const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  const own = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Usage);
  rmSync(folder, { recursive: true });
  const processes = [...own, ...foreign];
  return {
    wallSeconds,
    cpuSeconds: processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMiB: Math.max(0, ...processes.map(({ peakMiB }) => peakMiB)),
  };
}

/** Runs a command to its end; Node processes append what they used to a file. */
async function ended(
  root: string,
  command: string,
  file: string,
  isForeign: boolean,
): Promise<{ usage?: Usage; error?: string }> {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      BENCH_USAGE: file,
      NODE_OPTIONS: `--require ${join(root, 'bench/peak.cjs')}`,
      CHECKPOINT_DISABLE: '1',
      CI: 'true',
    },
  });
  const usage = isForeign && child.pid !== undefined ? new ProcUsage(child.pid) : undefined;
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  usage?.stop();
  return { ...(usage ? { usage } : {}), ...(status === 0 ? {} : { error: `${String(status)}\n${stderr}` }) };
}
