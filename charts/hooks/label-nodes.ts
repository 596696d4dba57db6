import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { taintText } from '../../model/resolve/nodes';
import labelNodesScript from '../scripts/label-nodes.sh';
import { hookJob } from './hook-job';
import { lines } from './lines';
import { permissions } from './permissions';

/** Adds the hook that sets every node's labels and taints again. */
export function labelNodesHook(chart: Chart, cluster: Cluster): void {
  const name = 'label-nodes';
  const rows = byName(cluster.nodes)
    .filter(([, node]) => node.role !== 'control-plane')
    .map(([node, { labels, taints }]) => [
      node,
      byName(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(',') || '-',
      taints.map(taintText).join(',') || '-',
    ]);
  permissions(chart, {
    name,
    phase: 'PostSync',
    wave: 0,
    everywhere: [{ apiGroup: '', resource: 'nodes', verbs: ['get', 'patch'] }],
  });
  hookJob(chart, cluster, {
    name,
    phase: 'PostSync',
    wave: 0,
    script: labelNodesScript,
    data: { nodes: lines(rows) },
    deadlineSeconds: 600,
  });
}
