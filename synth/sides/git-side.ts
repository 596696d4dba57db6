import { execFileSync } from 'node:child_process';
import type { Side } from '../../diff/side';

/** What a diff looks at. */
const paths = ['dist', 'atlantis.yaml'];
const largestOutput = 1024 * 1024 * 1024;

/** A revision that git does not know, or a folder that is no repository. */
export class GitError extends Error {}

/** The output as a revision has it, read from git's objects: the work tree is not touched. */
export function gitSide(root: string, revision: string): Side {
  const listing = git(root, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    resolveRevision(root, revision),
    '--',
    ...paths,
  ]);
  const blobs = listing
    .toString('utf8')
    .split('\0')
    .map((line) => /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line))
    .filter((match) => match !== null)
    .map(([, hash = '', path = '']) => ({ hash, path }));
  const texts = readBlobs(root, [...new Set(blobs.map(({ hash }) => hash))]);
  return { label: revision, files: new Map(blobs.map(({ hash, path }) => [path, texts.get(hash) ?? ''])) };
}

/** The commit that two revisions last had in common. */
export function mergeBase(root: string, one: string, other: string): string {
  return git(root, ['merge-base', resolveRevision(root, one), resolveRevision(root, other)])
    .toString('utf8')
    .trim();
}

function resolveRevision(root: string, revision: string): string {
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
      .toString('utf8')
      .trim();
  } catch {
    throw new GitError(`${revision}: git knows no such revision`);
  }
}

function readBlobs(root: string, hashes: readonly string[]): Map<string, string> {
  const output = git(root, ['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join(''));
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const [hash = '', , size = '0'] = output.toString('utf8', at, end).split(' ');
    const start = end + 1;
    texts.set(hash, output.toString('utf8', start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return texts;
}

function git(root: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['-C', root, ...args], {
    maxBuffer: largestOutput,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input }),
  });
}
