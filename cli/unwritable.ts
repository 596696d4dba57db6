import { UserError } from './user-error';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ELOCKED: 'another synth is writing it',
};

const synthOwnsDist = {
  rule: 'synth owns dist/ and atlantis.yaml, and leaves them as they were when it cannot write all of them.',
  fix: 'Clear the way and run npm run synth again.',
};

/** An error of the file system in the user's words; anything else comes back as it is. */
export function unwritable(error: unknown, { rule, fix } = synthOwnsDist): unknown {
  const { code, path } = error as { code?: string; path?: string };
  const reason = code === undefined ? undefined : reasons[code];
  if (code === undefined || reason === undefined) return error;
  return new UserError(`${path ?? 'dist'}: cannot be written: ${reason} (${code})`, rule, fix);
}
