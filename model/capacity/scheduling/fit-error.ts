/**
 * The line that kube-scheduler writes for a pod without a place:
 * `0/14 nodes are available: 13 node(s) had untolerated taint {domain: auth}, 1 Insufficient memory.`
 */
export function fitError(nodes: number, refusals: ReadonlyMap<string, readonly string[]>): string {
  const counts = new Map<string, number>();
  for (const reasons of refusals.values())
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${String(count)} ${reason}`).sort();
  return `0/${String(nodes)} nodes are available: ${parts.join(', ')}.`;
}
