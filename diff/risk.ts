import type { ClusterDiff } from './diff-dist';

export type Risk = 'none' | 'low' | 'medium' | 'high';

/** How carefully to look: high when data, addresses or a sync may be lost, medium when something stops for a while. */
export function riskOf(clusters: readonly ClusterDiff[]): Risk {
  const resources = clusters.flatMap(({ stacks }) => stacks.flatMap((stack) => stack.resources));
  const objects = clusters.flatMap(({ applications }) =>
    applications.flatMap((application) => application.objects),
  );
  const high =
    resources.some(
      ({ action, losesData }) => losesData || ['destroy', 'replace', 'rename'].includes(action),
    ) || objects.some(({ refused, loses }) => refused.length > 0 || loses !== undefined);
  if (high) return 'high';
  const medium =
    resources.some(({ action, means }) => action === 'may-replace' || means !== undefined) ||
    objects.some(({ restart, action }) => restart !== undefined || action === 'remove') ||
    clusters.some(({ facts }) => facts.appeared.length + facts.moved.length > 0);
  if (medium) return 'medium';
  return resources.length + objects.length > 0 || clusters.some(({ others }) => others.length > 0)
    ? 'low'
    : 'none';
}
