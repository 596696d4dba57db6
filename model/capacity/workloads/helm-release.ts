import { satisfies } from 'semver';
import { parse } from 'yaml';
import type { KubernetesObject } from '../../kubernetes-object';
import type { ChartFootprint } from '../footprints/footprint';
import { isObject, type Values } from '../footprints/values';
import { applicationSources } from './application-sources';

/** A Helm chart that an Argo CD Application installs. */
export interface HelmRelease {
  readonly application: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly values: Values;
}

interface RawSource {
  readonly chart?: string;
  readonly targetRevision?: string;
  readonly helm?: { readonly namespace?: string; readonly valuesObject?: Values; readonly values?: string };
}

/** Charts that an Application installs; none for one that syncs plain manifests. */
export function helmReleases(object: KubernetesObject): HelmRelease[] {
  return applicationSources<RawSource>(object).flatMap(({ application, namespace, source }) => {
    const { chart, targetRevision: version = '', helm } = source;
    if (chart === undefined) return [];
    return [
      { application, namespace: helm?.namespace ?? namespace, chart, version, values: sourceValues(helm) },
    ];
  });
}

/** The footprint that was declared for a release's chart; nothing where none covers its version. */
export function footprintOf(
  { chart, version }: HelmRelease,
  footprints: readonly ChartFootprint[],
): ChartFootprint | undefined {
  return footprints.find((footprint) => footprint.chart === chart && satisfies(version, footprint.versions));
}

function sourceValues(helm: RawSource['helm']): Values {
  if (helm?.valuesObject) return helm.valuesObject;
  const parsed: unknown = helm?.values === undefined ? {} : parse(helm.values);
  return isObject(parsed) ? parsed : {};
}
