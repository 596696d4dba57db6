import { writeYaml } from '../model/yaml/write-yaml';
import { marker } from './marker';
import type { OutputFile, ProducedFile } from './produced-file';

/** Turns a produced file into bytes; JSON by its ending, YAML for the rest, each with its marker line. */
export function serialize({ path, cluster, content }: ProducedFile, yaml = writeYaml): OutputFile {
  const line = marker(cluster);
  const text =
    content.kind === 'text'
      ? content.value
      : path.endsWith('.json')
        ? `${JSON.stringify(sorted({ '//': line, ...(content.value as object) }), undefined, 2)}\n`
        : `# ${line}\n${yaml(content.value)}`;
  return { path, ...(cluster === undefined ? {} : { cluster }), text };
}

/** The same value with the keys of every map in order, whatever made it. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) result[key] = sorted((value as Record<string, unknown>)[key]);
  return result;
}
