import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from '../cli/launch/build.cjs';
import { medianOf } from './measure';

export interface GrowthPoint {
  readonly factor: number;
  readonly nodes: number;
  readonly objects: number;
  readonly resources: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

interface GrowthRun extends Omit<GrowthPoint, 'factor'> {
  readonly errors: readonly string[];
}

/**
 * One synth in memory, checks included, of clusters of growing size; the median of several processes each, all sizes in
 * turn, so that a drift of the machine's speed meets them all.
 */
export async function growth(
  root: string,
  factors: readonly number[],
  rounds: number,
): Promise<GrowthPoint[]> {
  const bundle = join(root, 'bench/.out/grow.cjs');
  await build(root, bundle, { entry: 'bench/grow.ts' });
  const turns = Array.from({ length: rounds }, () => factors.map((factor) => grow(root, bundle, factor)));
  return factors.map((factor, at) => {
    const runs = turns.flatMap((turn) => turn[at] ?? []);
    const [first] = runs;
    if (!first) throw new Error('no rounds');
    if (first.errors.length) throw new Error(`×${String(factor)}: ${first.errors.join('\n')}`);
    const { nodes, objects, resources } = first;
    const median = (of: (run: GrowthRun) => number) => medianOf(runs.map(of));
    return {
      factor,
      nodes,
      objects,
      resources,
      seconds: median((run) => run.seconds),
      peakMiB: median((run) => run.peakMiB),
    };
  });
}

function grow(root: string, bundle: string, factor: number): GrowthRun {
  const asLaunched = ['--require', join(root, 'cli/launch/optimize-later.cjs')];
  const output = execFileSync(process.execPath, [...asLaunched, bundle, String(factor)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(output) as GrowthRun;
}

/** Exponent of time over size between two points: 1 is linear. */
export function exponent(small: GrowthPoint, large: GrowthPoint): number {
  return Math.log(large.seconds / small.seconds) / Math.log(large.factor / small.factor);
}
