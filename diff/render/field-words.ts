import { isMap, type FieldChange } from '../field-change';

/** A path in the words that people use for it, most specific first; `$1` is the part that a group captured. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^spec\.replicas$/, 'replicas'],
  [/^spec\.template\.spec\.(?:initContainers|containers)\.([^.]+)\.image$/, 'image of container $1'],
  [
    /^spec\.template\.spec\.(?:initContainers|containers)\.([^.]+)\.resources\.requests\.(.+)$/,
    '$2 request of container $1',
  ],
  [
    /^spec\.template\.spec\.(?:initContainers|containers)\.([^.]+)\.resources\.limits\.(.+)$/,
    '$2 limit of container $1',
  ],
  [
    /^spec\.template\.spec\.(?:initContainers|containers)\.([^.]+)\.env\.([^.]+)(?:\..+)?$/,
    'environment variable $2 of container $1',
  ],
  [/^spec\.template\.spec\.(?:initContainers|containers)\.([^.]+)\.(.+)$/, '$2 of container $1'],
  [/^spec\.template\.metadata\.annotations\.(.*(?:checksum|config-hash).*)$/, 'configuration hash ($1)'],
  [/^spec\.template\.spec\.affinity\..*$/, 'where its pods must run (affinity)'],
  [/^spec\.template\.spec\.tolerations.*$/, 'taints that its pods tolerate'],
  [/^spec\.template\.(?:spec|metadata)\.(.+)$/, 'pod $1'],
  [/^metadata\.annotations\.(.+)$/, 'annotation $1'],
  [/^metadata\.labels\.(.+)$/, 'label $1'],
  [/^metadata\.(.+)$/, '$1'],
  [/^data\.(.+)$/, '$1'],
  [/^spec\.(.+)$/, '$1'],
];

/** One changed field as a phrase: `replicas: 2 → 3`. */
export function fieldWords({ path, before, after }: FieldChange): string {
  const name = nameOf(path.join('.'));
  if (before === undefined) return `${name}: added ${shown(after)}`;
  if (after === undefined) return `${name}: removed (was ${shown(before)})`;
  if (isText(before) && isText(after)) return `${name}: ${lineCounts(before, after)}`;
  return `${name}: ${shown(before)} → ${shown(after)}`;
}

function nameOf(path: string): string {
  for (const [pattern, words] of names) if (pattern.test(path)) return path.replace(pattern, words);
  return path || 'the whole file';
}

const longest = 80;

/** A value as it fits a line; what is longer is counted instead of cut, so that nothing looks complete that is not. */
export function shown(value: unknown): string {
  if (typeof value === 'string' && !value.includes('\n') && value.length <= longest)
    return value === '' ? '""' : value;
  if (typeof value === 'string') return `${String(value.split('\n').length)} lines of text`;
  const json = JSON.stringify(value) ?? 'nothing';
  if (json.length <= longest) return json;
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  return isMap(value)
    ? `${String(Object.keys(value).length)} fields (${Object.keys(value).slice(0, 6).join(', ')})`
    : json;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.includes('\n');

function lineCounts(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const added = now.filter((line) => !old.includes(line));
  const removed = old.filter((line) => !now.includes(line));
  const first = (added[0] ?? removed[0] ?? '').trim();
  return `+${String(added.length)} −${String(removed.length)} lines, e.g. “${first.slice(0, longest)}”`;
}
