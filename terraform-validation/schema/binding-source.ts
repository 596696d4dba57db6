import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the TypeScript of one generated binding, or nothing where the library has no such resource.
 *
 * The published JavaScript lost the comments that say which attribute is computed; its inline source map has them.
 */
export function bindingSource(library: string, module: string): string | undefined {
  const folder = join(library, module);
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => sourceInMap(readFileSync(join(folder, name), 'utf8'), join(folder, name)))
    .join('\n');
}

function sourceInMap(script: string, file: string): string {
  const map = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(script)?.[1];
  if (map === undefined) throw new Error(`${file} has no inline source map`);
  const { sourcesContent } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as {
    sourcesContent?: readonly string[];
  };
  if (!sourcesContent) throw new Error(`the source map of ${file} has no sources`);
  return sourcesContent.join('\n');
}
