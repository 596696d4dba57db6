import { instanceTypes } from '../../aws/instance-types';
import { byName } from '../../resolve/by-name';
import { definitionRule } from '../definition-rule';

/** Container images, logs and the system share the root volume; below this the kubelet evicts for disk pressure. */
const smallestRootGiB = 20;
/** gp3's own limit: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const largestVolumeGiB = 16384;
const largestGroup = 200;

export const clusterHasNodes = definitionRule({
  code: 'cluster-has-nodes',
  rule: 'A cluster has nodes, and at least one of them is a control plane.',
  *check({ nodes }) {
    const all = Object.values(nodes);
    if (!all.length)
      yield { path: 'nodes', problem: 'is empty', fix: 'Add at least one control-plane node.' };
    else if (!all.some((node) => node.role === 'control-plane'))
      yield {
        path: 'nodes',
        problem: 'has no control plane',
        fix: "Give one node the role 'control-plane'.",
      };
  },
});

export const controlPlaneKeepsQuorum = definitionRule({
  code: 'control-plane-keeps-quorum',
  rule: 'There are one, three or five control-plane nodes; more than one stand behind a load balancer.',
  *check({ nodes, controlPlane }) {
    const count = Object.values(nodes)
      .filter((node) => node.role === 'control-plane')
      .reduce((sum, node) => sum + (node.count ?? 1), 0);
    if (count > 0 && ![1, 3, 5].includes(count))
      yield {
        path: 'nodes',
        problem: `has ${String(count)} control-plane nodes`,
        fix: 'etcd needs an odd number: use 1, 3 or 5.',
      };
    if (count > 1 && controlPlane.endpoint !== 'network-load-balancer')
      yield {
        path: 'controlPlane.endpoint',
        problem: `is ${controlPlane.endpoint} for ${String(count)} control-plane nodes`,
        fix: 'Set it to network-load-balancer.',
      };
  },
});

export const rootVolumeHoldsImages = definitionRule({
  code: 'root-volume-holds-images',
  rule: `Every node has ${String(smallestRootGiB)} to ${String(largestVolumeGiB)} GiB of root volume.`,
  incidents: ['A39'],
  *check({ nodes }) {
    for (const [key, node] of byName(nodes))
      if (!(node.rootVolumeGiB >= smallestRootGiB && node.rootVolumeGiB <= largestVolumeGiB))
        yield {
          path: `nodes.${key}.rootVolumeGiB`,
          problem: `is ${String(node.rootVolumeGiB)} GiB`,
          fix: `Set rootVolumeGiB to ${String(smallestRootGiB)} or more.`,
        };
  },
});

export const groupsAreBounded = definitionRule({
  code: 'groups-are-bounded',
  rule: `A node group has 1 to ${String(largestGroup)} nodes.`,
  *check({ nodes }) {
    for (const [key, { count }] of byName(nodes))
      if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= largestGroup))
        yield {
          path: `nodes.${key}.count`,
          problem: `is ${String(count)}`,
          fix: `Choose 1 to ${String(largestGroup)}.`,
        };
  },
});

export const vcpusFitTheQuota = definitionRule({
  code: 'vcpus-fit-the-quota',
  rule: 'The vCPUs of all nodes fit quota.standardVcpu (AWS quota L-1216C47A).',
  incidents: ['A11'],
  *check({ nodes, quota }) {
    if (!(quota.standardVcpu > 0))
      yield {
        path: 'quota.standardVcpu',
        problem: `is ${String(quota.standardVcpu)}`,
        fix: 'Give the number that Service Quotas shows.',
      };
    const total = Object.values(nodes).reduce(
      (sum, node) => sum + instanceTypes[node.type].vcpu * (node.count ?? 1),
      0,
    );
    if (total > quota.standardVcpu)
      yield {
        path: 'nodes',
        problem: `need ${String(total)} vCPUs, ${String(total - quota.standardVcpu)} more than the quota of ${String(quota.standardVcpu)}`,
        fix: 'Choose smaller types, or have the quota raised and then raise quota.standardVcpu.',
      };
  },
});

export const volumesAreSane = definitionRule({
  code: 'volumes-are-sane',
  rule: `A data volume has 1 to ${String(largestVolumeGiB)} GiB.`,
  *check({ data, monitoring, workers }) {
    const volumes: [string, number][] = [
      ...byName({ ...data }).map(([name, service]): [string, number] => [
        `data.${name}.volumeGiB`,
        service.volumeGiB,
      ]),
      ['monitoring.volumeGiB', monitoring.volumeGiB],
      ...byName(workers).map(([name, worker]): [string, number] => [
        `workers.${name}.walVolumeGiB`,
        worker.walVolumeGiB,
      ]),
    ];
    for (const [path, gib] of volumes)
      if (!(gib >= 1 && gib <= largestVolumeGiB))
        yield { path, problem: `is ${String(gib)} GiB`, fix: `Choose 1 to ${String(largestVolumeGiB)}.` };
  },
});
