/** One synth of a cluster `factor` times as large as eco2, alone in its process; prints what it made. */
import { performance } from 'node:perf_hooks';
import { synthesize } from '../synth/synthesize';
import { scaledDefinition } from './scaled-definition';

const definition = scaledDefinition(Number(process.argv[2] ?? '1'));
const start = performance.now();
const { files, summaries, registryFindings } = synthesize([definition], { now: () => performance.now() });
const seconds = (performance.now() - start) / 1000;
const findings = [...registryFindings, ...summaries.flatMap((summary) => summary.findings)];
process.stdout.write(
  `${JSON.stringify({
    nodes: Object.keys(definition.nodes).length,
    objects: summaries[0]?.objects ?? 0,
    resources: summaries[0]?.resources ?? 0,
    files: files.length,
    errors: findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path, problem }) => `${code} ${path} ${problem}`)
      .slice(0, 5),
    seconds,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  })}\n`,
);
