import type { Artifact } from '../../checks/artifacts/artifact';
import type { Source } from '../../checks/artifacts/subject';
import { list, text, type Pointer } from '../../checks/artifacts/value';
import { parseYaml } from './parse-yaml';
import { unreadable, type Parsed, type TextFile } from './text-file';

/** Deeper lists of lists are nobody's manifests. */
const maxNesting = 5;

/** Kubernetes objects of a file: several documents, JSON, `List` objects, and what Helm or Kustomize rendered. */
export function parseManifests(file: TextFile): Parsed {
  const { documents, problems } = parseYaml(file);
  if (problems.length && isTemplate(file.text))
    return [
      unreadable(
        file.path,
        'nothing-known',
        'is a template; render it first with helm template or kustomize build',
      ),
    ];
  return [...problems, ...documents.flatMap(({ value, source }) => objects(value, source, file.path, [], 0))];
}

/** A line that only steers a template; inside a block scalar it is harmless, and the file parses. */
const isTemplate = (content: string) =>
  /^\s*\{\{-?\s*(if|range|with|end|include|template|define)\b/m.test(content);

function objects(
  value: unknown,
  source: (prefix?: Pointer) => Source,
  path: string,
  prefix: Pointer,
  depth: number,
): Artifact[] {
  const kind = text(value, 'kind');
  const items =
    kind?.endsWith('List') === true && text(value, 'metadata', 'name') === undefined
      ? list(value, 'items')
      : [];
  if (items.length && depth < maxNesting)
    return items.flatMap((item, index) =>
      objects(item, source, path, [...prefix, 'items', index], depth + 1),
    );
  if (kind === undefined || text(value, 'apiVersion') === undefined)
    return kind?.endsWith('List') === true
      ? []
      : [
          unreadable(
            path,
            'nothing-known',
            'is no Kubernetes object: it has no kind or no apiVersion',
            source(prefix).line?.([]),
          ),
        ];
  return [{ role: 'object', source: source(prefix), value }];
}
