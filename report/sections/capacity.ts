import type { ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import { placementReport } from '../../model/capacity/placement/report';
import type { NodeUsage } from '../../model/capacity/placement/usage';
import { memory, percent, section, table } from '../format';
import { markup, type Html } from '../markup';

/** What nodes have left, now and at the worst hour, and what is wrong with it. */
export function capacity(placement: ClusterPlacement): Html {
  const { cluster } = placement;
  const { nodes, waiting, findings } = placementReport(placement);
  const { totals, quota } = cluster;
  return section(
    'capacity',
    'Capacity',
    markup`<p>
      ${totals.nodes} nodes with ${totals.vcpu} vCPU of a quota of ${quota.standardVcpu}, ${totals.memoryGiB}
      GiB of memory and ${totals.rootVolumeGiB} GiB of root volumes. The peak is every rolling update and
      every Job at once.
    </p>`,
    table(
      'Requests by node',
      ['node', 'CPU now', 'CPU at peak', 'memory now', 'memory at peak', 'allocatable', 'pods', 'volumes'],
      nodes.map(({ name, steady, peak }) => [
        name,
        cpuShare(steady),
        cpuShare(peak),
        memoryShare(steady),
        memoryShare(peak),
        `${String(peak.allocatable.cpuMilli)} m, ${memory(peak.allocatable.memoryBytes)}`,
        `${String(steady.pods)} (${String(peak.pods)} at peak)`,
        steady.volumes,
      ]),
    ),
    waiting.length
      ? table(
          'Pods without a node',
          ['pod', 'reason'],
          waiting.map(({ pod, reason }) => [pod, reason]),
        )
      : markup`<p>Every pod has a node.</p>`,
    findings.length
      ? table(
          'Findings',
          ['where', 'severity', 'problem', 'fix'],
          findings.map(({ path, severity, problem, fix }) => [path, severity, problem, fix]),
        )
      : markup`<p>No rule of the placement finds anything.</p>`,
  );
}

const cpuShare = ({ cpuMilli, allocatable }: NodeUsage) => percent(cpuMilli, allocatable.cpuMilli);
const memoryShare = ({ memoryBytes, allocatable }: NodeUsage) =>
  percent(memoryBytes, allocatable.memoryBytes);
