import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '../../model/cluster';
import type { Observed, ObservedApplication } from './observed';

/** An Application as it is committed. */
export type CommittedApplication = Pick<ObservedApplication, 'metadata' | 'spec'>;

/** Where the cluster differs from what is committed, one line each. */
export function drift(
  cluster: Cluster,
  committed: readonly CommittedApplication[],
  { nodes, applications }: Observed,
): string[] {
  const found = new Map(applications.map((application) => [application.metadata.name ?? '', application]));
  const wanted = new Set(committed.map(({ metadata }) => metadata.name ?? ''));
  return [
    ...nodeDrift(cluster, nodes),
    ...committed.flatMap(({ metadata, spec }) => {
      const { name = '' } = metadata;
      const own = found.get(name);
      if (!own) return [`Application ${name} is missing`];
      // The API server adds defaults, so only what was committed is compared.
      return contains(own.spec, spec) ? [] : [`Application ${name} has another spec than dist`];
    }),
    ...[...found.keys()]
      .filter((name) => !wanted.has(name))
      .map((name) => `Application ${name} is not in dist`),
    ...applications.flatMap(({ status }) =>
      (status?.resources ?? [])
        .filter((resource) => resource.status === 'OutOfSync')
        .map(
          ({ kind, namespace, name }) => `${kind} ${namespace ? `${namespace}/` : ''}${name} is OutOfSync`,
        ),
    ),
  ];
}

function nodeDrift(cluster: Cluster, nodes: Observed['nodes']): string[] {
  const found = new Map(nodes.map((node) => [node.metadata?.name ?? '', node]));
  const version = `v${cluster.versions.kubernetes}`;
  return [
    ...Object.values(cluster.nodes).flatMap(({ name, labels, taints }) => {
      const node = found.get(name);
      if (!node) return [`Node ${name} is missing`];
      const has = node.spec?.taints ?? [];
      const kubelet = node.status?.nodeInfo?.kubeletVersion;
      return [
        ...Object.entries(labels)
          .filter(([key, value]) => node.metadata?.labels?.[key] !== value)
          .map(([key, value]) => `Node ${name} lacks the label ${key}=${value}`),
        ...taints
          .filter(({ key, effect }) => !has.some((taint) => taint.key === key && taint.effect === effect))
          .map(({ key, effect }) => `Node ${name} lacks the taint ${key}:${effect}`),
        ...(kubelet === version
          ? []
          : [`Node ${name} runs ${kubelet ?? 'an unknown version'} instead of ${version}`]),
      ];
    }),
    ...[...found.keys()]
      .filter((name) => !(name in cluster.nodes))
      .map((name) => `Node ${name} is not in the definition`),
  ];
}

function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((child, index) => contains(whole[index], child))
    );
  if (typeof part !== 'object' || part === null) return isDeepStrictEqual(whole, part);
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(([key, child]) =>
    contains((whole as Record<string, unknown>)[key], child),
  );
}
