import { rule } from '../rule';
import { albAnnotation } from './backends';

export const groupsAgree = rule({
  code: 'ingress-groups-agree',
  rule: 'The Ingresses of one group share a load balancer: one order number each, one scheme and one kind of address.',
  fix: 'Take order, scheme and ip-address-type from the definition.',
  incidents: ['D19', 'D20', 'D26'],
  *run({ objects }) {
    const first = new Map<string, string>();
    for (const ingress of objects.ofKind('Ingress')) {
      const group = ingress.annotations[albAnnotation('group.name')];
      if (group === undefined) continue;
      const order = ingress.annotations[albAnnotation('group.order')] ?? '0';
      const taken = first.get(`${group} ${order}`);
      if (taken !== undefined)
        yield {
          place: ingress.at('metadata', 'annotations', albAnnotation('group.order')),
          problem: `is ${order}, as that of ${taken}`,
        };
      first.set(`${group} ${order}`, ingress.label);
      for (const name of ['ip-address-type', 'scheme']) {
        const value = ingress.annotations[albAnnotation(name)] ?? '';
        const other = first.get(`${group} ${name}`);
        if (other !== undefined && other !== value)
          yield {
            place: ingress.at('metadata', 'annotations', albAnnotation(name)),
            problem: `is ${value || 'missing'}, while others of ${group} have ${other}`,
          };
        first.set(`${group} ${name}`, other ?? value);
      }
    }
  },
});
