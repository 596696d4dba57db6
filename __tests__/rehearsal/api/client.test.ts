import { warnings } from '../../../rehearsal/api/client';
import { groupPath } from '../../../rehearsal/api/resources';

test.each([
  [undefined, []],
  ['299 - "one"', ['one']],
  ['299 - "one", 299 - "two, with a comma"', ['one', 'two, with a comma']],
  [String.raw`299 - "violates \"restricted:latest\""`, ['violates "restricted:latest"']],
])('the warnings in %s are read', (header, texts) => {
  expect(warnings(header)).toEqual(texts);
});

test.each([
  ['v1', '/api/v1'],
  ['apps/v1', '/apis/apps/v1'],
])('objects of %s are below %s', (version, path) => {
  expect(groupPath(version)).toBe(path);
});
