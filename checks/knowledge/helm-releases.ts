import { applications, helmValues } from '../argocd/applications';
import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { text, type Fields, type Pointer } from '../artifacts/value';
import { helmCharts, type HelmChart } from './helm-charts';

/** A chart that an Application installs. */
export interface HelmRelease {
  readonly application: ObjectArtifact;
  /** Of the source, inside the Application. */
  readonly pointer: Pointer;
  readonly chart: string;
  readonly version: string | undefined;
  readonly release: string;
  readonly namespace: string | undefined;
  readonly values: Fields;
  /** What is known of the chart; empty for others. */
  readonly known: HelmChart;
  /** Fills Helm's names into a name of `known`. */
  readonly fill: (name: string) => string;
}

export function helmReleases(artifacts: Artifacts): readonly HelmRelease[] {
  return artifacts.derive(applications).flatMap(({ object, sources, namespace }) =>
    sources.flatMap((source) => {
      const chart = text(source.value, 'chart');
      if (chart === undefined) return [];
      const release = text(source.value, 'helm', 'releaseName') ?? object.name;
      const values = helmValues(source);
      const own = text(source.value, 'helm', 'namespace') ?? namespace;
      const short = text(values, 'nameOverride') ?? chart;
      const fullname =
        text(values, 'fullnameOverride') ?? (release.includes(short) ? release : `${release}-${short}`);
      const fill = (name: string) =>
        name
          .replace('{release}', release)
          .replace('{fullname}', fullname)
          .replace(
            /\{of:([\w-]+)\}/,
            (_, sub: string) => text(values, sub, 'fullnameOverride') ?? `${release}-${sub}`,
          );
      return [
        {
          application: object,
          pointer: source.pointer,
          chart,
          version: text(source.value, 'targetRevision'),
          release,
          namespace: own,
          values,
          known: helmCharts[chart] ?? {},
          fill,
        },
      ];
    }),
  );
}
