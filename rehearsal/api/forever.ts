import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats a task, with a pause after each, until the returned function is called; that resolves when the last one ended. */
export function forever(task: () => Promise<void>, intervalMs: number): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      await task();
      await sleep(intervalMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}
