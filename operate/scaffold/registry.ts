import { exportName } from './definition-text';

const importLine = (cluster: string) => `import { ${exportName(cluster)} } from './${cluster}';`;
const list = /(export const clusters[^=]*= \[)([^\]]*)(\];)/;

/**
 * The text of clusters/all.ts with one more cluster; nothing where the file is no longer the plain list that it should
 * be.
 */
export function withCluster(registry: string, cluster: string): string | undefined {
  if (!list.test(registry)) return undefined;
  const lines = registry.split('\n');
  const lastImport = lines.findLastIndex((line) => line.startsWith('import '));
  const imports = [...lines.slice(0, lastImport + 1), importLine(cluster), ...lines.slice(lastImport + 1)];
  return imports.join('\n').replace(list, (_all, start: string, names: string, end: string) => {
    const before = names.trim().replace(/,$/, '');
    return `${start}${before ? `${before}, ` : ''}${exportName(cluster)}${end}`;
  });
}
