import { createHash } from 'node:crypto';

/** Pod annotation that changes with the configuration, so that a new value reaches the pods by a rolling update. */
export function configChecksum(data: Readonly<Record<string, string>>): Record<string, string> {
  const text = JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { 'checksum/config': createHash('sha256').update(text).digest('hex').slice(0, 16) };
}
