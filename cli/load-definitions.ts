import type { ClusterDefinition } from '../model/definition/cluster-definition';
import { nearest } from '../model/rules/nearest';
import { UserError } from './user-error';

/** The launcher answers it with one more run, whose stack traces name the sources instead of the bundle. */
class SourceMapsNeeded extends Error {
  override readonly name = 'SourceMapsNeeded';
}

/** Loads every definition. A definition that throws is the user's to mend, so its own error is shown. */
export async function loadDefinitions(): Promise<readonly ClusterDefinition[]> {
  try {
    return (await import('../clusters/all')).clusters;
  } catch (error) {
    if (!process.execArgv.includes('--enable-source-maps')) throw new SourceMapsNeeded();
    throw new UserError(
      `clusters/: a definition throws: ${String(error)}\n${place(error)}`,
      'A definition is data; it loads without doing anything.',
      'Mend the line above.',
    );
  }
}

/** The line of the definition in a stack trace, or nothing where the trace does not show it. */
function place(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const line = lines.find((text) => /[\\/]clusters[\\/]/.test(text)) ?? lines[1] ?? '';
  return `  ${line.trim()}`;
}

/** The clusters that a `--cluster` option names. */
export function chooseClusters(
  definitions: readonly ClusterDefinition[],
  names: readonly string[] | undefined,
): readonly string[] | undefined {
  const known = definitions.map(({ name }) => name);
  for (const name of names ?? []) {
    if (known.includes(name)) continue;
    const guess = nearest(name, known);
    throw new UserError(
      `--cluster ${name}: there is no such cluster`,
      `A cluster is one of: ${known.join(', ')}.`,
      guess ? `Did you mean ${guess}?` : 'Add it to clusters/all.ts, or name one of these.',
    );
  }
  return names?.length ? names : undefined;
}
