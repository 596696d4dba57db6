import { rule } from '../rule';

export const objectsHaveOneOwner = rule({
  code: 'objects-have-one-owner',
  rule: 'An object is written by one file only: two Applications that own it undo each other for ever.',
  fix: 'Keep the object in the Application that owns it and remove the other.',
  incidents: ['B08', 'E02', 'E13', 'E14', 'E17', 'E18'],
  *run({ objects }) {
    const first = new Map<string, string>();
    for (const object of objects.all) {
      const key = `${object.group} ${object.label}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, object.source.file);
      else yield { place: object.at('metadata', 'name'), problem: `is also written by ${other}` };
    }
  },
});
