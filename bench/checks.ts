import { performance } from 'node:perf_hooks';
import { clusters } from '../clusters/all';
import { Artifacts } from '../checks/artifacts/artifacts';
import type { Artifact } from '../checks/artifacts/artifact';
import { clusterRules } from '../checks/rules';
import { runRules } from '../checks/run-rules';
import { resolveCluster } from '../model/resolve/resolve-cluster';
import { producedArtifacts } from '../synth/artifacts';
import { produceCluster } from '../synth/produce';

/** The objects of the first cluster so often that there are `count` of them, each copy in namespaces of its own. */
function grown(all: readonly Artifact[], count: number): Artifact[] {
  const objects = all.filter((one) => one.role === 'object');
  const rest = all.filter((one) => one.role !== 'object');
  const namespaces = objects.flatMap(({ value }) => {
    const { kind, metadata } = value as { kind: string; metadata: { name: string } };
    return kind === 'Namespace' ? [metadata.name] : [];
  });
  const names = new RegExp(`"(${namespaces.join('|')})"|\\.(${namespaces.join('|')})\\.svc`, 'g');
  const copies = Array.from({ length: Math.ceil(count / objects.length) }, (_, copy) =>
    objects.map((one): Artifact => {
      const file = one.source.file.replace('/eco2/', `/eco2-${String(copy)}/`);
      const text = JSON.stringify(one.value)
        .replace(names, (found: string) => found.replace(/("|\.svc)$/, `-${String(copy)}$1`))
        .replaceAll('dist/eco2/', `dist/eco2-${String(copy)}/`);
      return { role: 'object', source: { file }, value: JSON.parse(text) as unknown };
    }),
  );
  return [...rest, ...copies.flat().slice(0, count)];
}

const [definition] = clusters;
if (!definition) throw new Error('there is no cluster');
const all = producedArtifacts(produceCluster(resolveCluster(definition), 'quick')).all;
for (const count of [2_500, 5_000, 10_000, 20_000]) {
  const artifacts = grown(all, count);
  const heapBefore = process.memoryUsage().heapUsed;
  const start = performance.now();
  runRules(new Artifacts(artifacts), clusterRules);
  const milliseconds = Math.round(performance.now() - start);
  const mebibytes = Math.round((process.memoryUsage().heapUsed - heapBefore) / 1024 / 1024);
  process.stdout.write(
    `${String(count)} objects: ${String(milliseconds)} ms, ${String(mebibytes)} MiB more heap\n`,
  );
}
