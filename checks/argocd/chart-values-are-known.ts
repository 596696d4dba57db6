import { at } from '../artifacts/value';
import { chartValues } from '../knowledge/chart-values';
import { helmReleases } from '../knowledge/helm-releases';
import { rule } from '../rule';

export const chartValuesAreKnown = rule({
  code: 'chart-values-are-known',
  rule: 'The values of a chart are keys that it has, and the ones that it cannot render without are there.',
  fix: "Write the key as the chart's values.yaml names it.",
  incidents: ['D03', 'E01', 'E08'],
  *run(artifacts) {
    for (const { application, pointer, chart, values } of artifacts.derive(helmReleases)) {
      const known = chartValues[chart];
      if (!known) continue;
      for (const key of Object.keys(values))
        if (!known.keys.has(key))
          yield {
            place: application.at(...pointer, 'helm', 'valuesObject', key),
            problem: `is no key of ${chart}`,
          };
      for (const path of known.required)
        if (at(values, ...path.split('.')) === undefined)
          yield {
            place: application.at(...pointer, 'helm', 'valuesObject', ...path.split('.')),
            problem: `is missing; ${chart} does not render without it`,
          };
    }
  },
});
