import { stringMap } from '../artifacts/value';
import { rule } from '../rule';

export const alertRulesArePrometheusRules = rule({
  code: 'alert-rules-are-prometheus-rules',
  rule: 'Alert rules are a PrometheusRule: the operator reads no ConfigMap.',
  fix: 'Write the groups as spec.groups of a PrometheusRule.',
  incidents: ['E32'],
  *run({ objects }) {
    for (const object of objects.ofKind('ConfigMap'))
      for (const [key, value] of Object.entries(stringMap(object.value, 'data')))
        if (/^groups:/m.test(value) && /^\s*-\s+(alert|record):/m.test(value))
          yield { place: object.at('data', key), problem: 'holds alert rules' };
  },
});
