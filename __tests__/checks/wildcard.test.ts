import fc from 'fast-check';
import { fitsWildcard } from '../../checks/artifacts/wildcard';

test.each([
  ['ec2:Describe*', 'ec2:DescribeVolumes', true],
  ['ec2:Describe*', 'ec2:CreateVolume', false],
  ['*', '', true],
  ['https://github.com/*/charts', 'https://github.com/a/b/charts', true],
  ['ab*b', 'ab', false],
  ['a.c', 'abc', false],
])('%s and %s', (pattern, value, fits) => {
  expect(fitsWildcard(pattern, value)).toBe(fits);
});

test('a wildcard is a regular expression whose only sign is .*', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 8 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n', '*'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, letters, (wildcard, value) => {
      const expression = wildcard.replaceAll('.', '\\.').replaceAll('*', '.*');
      expect(fitsWildcard(wildcard, value)).toBe(new RegExp(`^${expression}$`, 's').test(value));
    }),
    { numRuns: 2000 },
  );
});
