import { resolve } from 'node:path';
import { Option } from 'commander';
import pc from 'picocolors';
import { diffDist, type DistDiff } from '../../diff/diff-dist';
import { markdown } from '../../diff/render/markdown';
import { outline } from '../../diff/render/outline';
import { text } from '../../diff/render/text';
import type { Side } from '../../diff/side';
import { folderSide } from '../../synth/sides/folder-side';
import { GitError, gitSide, mergeBase } from '../../synth/sides/git-side';
import type { AddCommand } from '../command';
import { UserError } from '../user-error';

interface DiffOptions {
  readonly base: string;
  readonly head?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: 'text' | 'markdown' | 'json';
}

/** `npm run diff`: what a change of the output means, for the pull request and the terminal. */
export const add: AddCommand = (program, { root }) => {
  program
    .command('diff')
    .description('show what a change of dist/ means: infrastructure, manifests, placement, money')
    .option(
      '-b, --base <revision>',
      'compare with the commit that this revision and the head last shared',
      'origin/main',
    )
    .option('--head <revision>', 'the newer side (default: the work tree)')
    .option('--from <folder>', 'the older side as a folder instead of a revision')
    .option('--to <folder>', 'the newer side as a folder instead of the work tree')
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .action((options: DiffOptions) => {
      const [before, after] = sides(root, options);
      process.stdout.write(render(diffDist(before, after), options.format));
    });
};

function sides(root: string, { base, head, from, to }: DiffOptions): [before: Side, after: Side] {
  try {
    const after =
      to !== undefined
        ? folder(to)
        : head !== undefined
          ? gitSide(root, head)
          : folderSide(root, 'work tree');
    if (from !== undefined) return [folder(from), after];
    const common = to === undefined ? mergeBase(root, base, head ?? 'HEAD') : base;
    return [{ ...gitSide(root, common), label: base }, after];
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UserError(
      error.message,
      'Both sides are revisions of this repository, or folders.',
      'Fetch it, or name another with --base or --head.',
    );
  }
}

function folder(path: string): Side {
  const side = folderSide(resolve(path), path);
  if (side.files.size) return side;
  throw new UserError(
    `${path}: has no dist folder`,
    'A side is a folder with a dist folder in it.',
    'Name the root of a checkout.',
  );
}

function render(diff: DistDiff, format: DiffOptions['format']): string {
  switch (format) {
    case 'text':
      return text(outline(diff), pc);
    case 'markdown':
      return markdown(outline(diff));
    case 'json':
      return `${JSON.stringify(diff, undefined, 2)}\n`;
  }
}
