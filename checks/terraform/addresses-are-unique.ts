import type { Subject } from '../artifacts/subject';
import { rule } from '../rule';

export const addressesAreUnique = rule({
  code: 'terraform-addresses-are-unique',
  rule: 'A stack declares each resource, data source and output once.',
  fix: 'Keep one of the two.',
  incidents: ['A01', 'A30'],
  *run({ terraform }) {
    for (const { resources, outputs } of terraform.stacks) {
      const seen = new Map<string, Subject>();
      for (const one of [...resources, ...outputs] as Subject[]) {
        const other = seen.get(one.label);
        if (other) yield { place: one.at(), problem: `is also declared in ${other.source.file}` };
        seen.set(one.label, one);
      }
    }
  },
});
