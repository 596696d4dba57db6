import { clusters } from '../../clusters/all';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { terraformStacks } from '../support/stacks';

/** A suppression's place as a pattern: `*` stands for any part of a name. */
const pattern = (place: string) =>
  new RegExp(
    `^${place
      .split('*')
      .map((part) => part.replaceAll('.', '\\.'))
      .join('.*')}$`,
  );

test.each(clusters.map((definition) => [definition.name, definition] as const))(
  'every suppression of %s names a resource that exists, so that none outlives it',
  (_name, definition) => {
    const addresses = Object.values(terraformStacks(resolveCluster(definition))).flatMap(({ resources }) =>
      Object.keys(resources),
    );
    const unused = (definition.suppressions ?? []).filter(
      ({ place }) => !addresses.some((address) => pattern(place).test(address)),
    );
    expect(unused).toEqual([]);
  },
);
