/** Runs `action` while no other synth writes the tree; waits up to some seconds for one that does. */
export async function withTreeLock<T>(root: string, action: () => T): Promise<T> {
  const { lock } = await import('proper-lockfile');
  const release = await lock(root, {
    lockfilePath: `${root}/.dist.lock`,
    stale: 10_000,
    retries: { retries: 40, factor: 1, minTimeout: 100 },
  });
  try {
    return action();
  } finally {
    await release();
  }
}
