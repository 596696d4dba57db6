import pc from 'picocolors';
import type { TreePlan } from '../../synth/tree/plan';

/** Files that a run wrote or removed, one a line. */
export function changedFilesText({ create, update, remove }: TreePlan): string {
  return [
    ...create.map(({ path }) => `${pc.green('new    ')} ${path}\n`),
    ...update.map(({ path }) => `${pc.yellow('changed')} ${path}\n`),
    ...remove.map((path) => `${pc.red('removed')} ${path}\n`),
  ].join('');
}
