import type { Artifacts } from '../artifacts/artifacts';
import type { Pod } from '../artifacts/pods';
import type { Place } from '../artifacts/subject';
import { at } from '../artifacts/value';
import { helmReleases, type HelmRelease } from '../knowledge/helm-releases';

/** A pod whose traffic policies decide, with the place that a finding about it points at. */
export interface PodEnd {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly label: string;
  readonly place: Place;
  readonly pod?: Pod;
  readonly release?: HelmRelease;
}

/** Pods of workloads and of charts; those on the host's network are none. */
export function podEnds(artifacts: Artifacts): readonly PodEnd[] {
  return [
    ...artifacts.pods
      .filter(({ spec }) => at(spec, 'hostNetwork') !== true)
      .map((pod) => ({
        namespace: pod.namespace ?? '',
        labels: pod.labels,
        label: pod.owner.label,
        place: pod.owner.at('spec', 'template', 'metadata', 'labels'),
        pod,
      })),
    ...artifacts.derive(helmReleases).flatMap((release) =>
      (release.known.pods ?? [])
        .filter(
          (labels) =>
            labels['app'] !== 'ebs-csi-node' &&
            labels['app.kubernetes.io/name'] !== 'prometheus-node-exporter',
        )
        .map((labels) => ({
          namespace: release.namespace ?? '',
          labels: Object.fromEntries(
            Object.entries(labels).map(([key, value]) => [key, release.fill(value)]),
          ),
          label: `${release.chart} (${labels['app'] ?? labels['app.kubernetes.io/name'] ?? ''})`,
          place: release.application.at(...release.pointer, 'chart'),
          release,
        })),
    ),
  ];
}

/** Addresses of the control plane, which the API server's Service becomes after DNAT. */
export function apiServers({ inventory }: Artifacts): readonly string[] {
  return inventory.hosts
    .filter(({ isControlPlane }) => isControlPlane)
    .flatMap(({ vars }) => (typeof vars['private_ip'] === 'string' ? [vars['private_ip']] : []));
}
