import { posix } from 'node:path';
import type { Artifact } from '../../checks/artifacts/artifact';
import type { Source } from '../../checks/artifacts/subject';
import type { Pointer } from '../../checks/artifacts/value';
import { parseYaml } from './parse-yaml';
import { unreadable, type Parsed, type TextFile } from './text-file';

/** A Terraform file, JSON or HCL; every directory is a root module of its own. */
export async function parseTerraform(file: TextFile): Promise<Parsed> {
  const stack = posix.dirname(file.path);
  if (file.path.endsWith('.json')) {
    const { documents, problems } = parseYaml(file);
    return [
      ...problems,
      ...documents.map(({ value, source }): Artifact => ({
        role: 'terraform',
        source: source(),
        stack,
        value,
      })),
    ];
  }
  try {
    const { parse } = await import('@cdktf/hcl2json');
    const value: unknown = await parse(posix.basename(file.path), file.text);
    return [{ role: 'terraform', source: hclSource(file), stack, value }];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /:(\d+),\d+/.exec(message)?.[1];
    return [
      unreadable(
        file.path,
        'syntax',
        message.split('\n')[0] ?? message,
        line === undefined ? undefined : Number(line),
      ),
    ];
  }
}

/** The parser keeps no positions: the head of a block is looked up in the text. */
function hclSource({ path, text }: TextFile): Source {
  return {
    file: path,
    line: (pointer: Pointer) => {
      const names = pointer.filter((step) => typeof step === 'string').slice(0, 3);
      const [keyword = '', ...labels] = names;
      const count = keyword === 'resource' || keyword === 'data' ? 2 : 1;
      const head = [keyword, ...labels.slice(0, count).map((label) => `"?${escape(label)}"?`)].join('\\s+');
      const index = new RegExp(`^[ \\t]*${head}`, 'm').exec(text)?.index;
      return index === undefined ? undefined : text.slice(0, index).split('\n').length;
    },
  };
}

const escape = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
