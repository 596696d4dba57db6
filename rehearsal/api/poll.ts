import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is there; resolves to undefined when it does not come in time. */
export async function poll<T>(
  ask: () => Promise<T | undefined>,
  { timeoutSeconds, intervalMs = 150 }: { readonly timeoutSeconds: number; readonly intervalMs?: number },
): Promise<T | undefined> {
  const end = performance.now() + timeoutSeconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() >= end) return undefined;
    await sleep(intervalMs);
  }
}
