import pc from 'picocolors';
import type { TreePlan } from '../../synth/tree/plan';

/** Files that differ from the definition, and the command that mends them. */
export function differencesText({ create, update, remove }: TreePlan): string {
  const lines = [
    ...create.map(({ path }) => `${pc.green('missing ')} ${path}`),
    ...update.map(({ path }) => `${pc.yellow('differs ')} ${path}`),
    ...remove.map((path) => `${pc.red('left over')} ${path}`),
  ];
  return `${lines.join('\n')}\n${String(lines.length)} files differ from the definition. Run: npm run synth\n`;
}
