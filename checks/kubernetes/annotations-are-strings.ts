import { fields } from '../artifacts/value';
import { rule } from '../rule';

export const annotationsAreStrings = rule({
  code: 'annotations-are-strings',
  rule: 'Every annotation is a string; the API server refuses numbers and booleans.',
  fix: 'Quote the value.',
  *run({ objects }) {
    for (const object of objects.all)
      for (const [key, value] of Object.entries(fields(object.value, 'metadata', 'annotations')))
        if (typeof value !== 'string')
          yield { place: object.at('metadata', 'annotations', key), problem: `is ${JSON.stringify(value)}` };
  },
});
