import { cpus, totalmem, type, release } from 'node:os';
import { exponent, type GrowthPoint } from './growth';
import { medianOf, type Sample } from './measure';

/** The report of one run, as Markdown. */
export function results(
  samples: ReadonlyMap<string, readonly Sample[]>,
  points: readonly GrowthPoint[],
  versions: string,
  date: string,
): string {
  const ours = samples.get('synth, cold') ?? [];
  const cold = medianOf(ours.map(({ wallSeconds }) => wallSeconds));
  const rows = [...samples].map(([name, all]) => {
    const wall = all.map(({ wallSeconds }) => wallSeconds);
    const median = medianOf(wall);
    const [cpu, peak] = [
      medianOf(all.map(({ cpuSeconds }) => cpuSeconds)),
      medianOf(all.map(({ peakMiB }) => peakMiB)),
    ];
    return [
      name,
      `${median.toFixed(3)} (${Math.min(...wall).toFixed(3)}–${Math.max(...wall).toFixed(3)})`,
      cpu ? cpu.toFixed(3) : 'not measured',
      peak ? peak.toFixed(0) : 'not measured',
      (median / cold).toFixed(2),
    ];
  });
  const [, ten, hundred] = points;
  return [
    '# What a synth costs',
    '',
    `Measured on ${date} with \`npm run bench\`: ${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release()}; ${versions}.`,
    `Each row is ${String(ours.length)} whole runs, all rows in turn. Wall time is the median with minimum and maximum; CPU and peak memory are medians, of all processes together and of the largest one. Trust ratios more than seconds.`,
    '',
    table(['command', 'wall s', 'CPU s', 'peak MiB', '× cold synth'], rows),
    '',
    '## Growth',
    '',
    'One cluster as many times the size of eco2, synthesized in memory with every check; peak memory is of the whole process.',
    '',
    table(
      ['size', 'nodes', 'objects', 'resources', 's', 'peak MiB'],
      points.map((point) => [
        `×${String(point.factor)}`,
        String(point.nodes),
        String(point.objects),
        String(point.resources),
        point.seconds.toFixed(3),
        point.peakMiB.toFixed(0),
      ]),
    ),
    '',
    ...(ten && hundred
      ? [
          `Exponent from ×${String(ten.factor)} to ×${String(hundred.factor)}: ${exponent(ten, hundred).toFixed(2)} (1 is linear).`,
          '',
        ]
      : []),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
