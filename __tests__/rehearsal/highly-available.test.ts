import { clusters } from '../../clusters/all';
import { checkDefinition } from '../../model/rules/check-definition';
import { highlyAvailable } from '../../rehearsal/highly-available';

test.each(clusters.map((definition) => [definition.name, definition] as const))(
  'the highly available variant of %s is a healthy definition',
  (_name, definition) => {
    expect(
      checkDefinition(highlyAvailable(definition)).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  },
);

test.each(clusters.map((definition) => [definition.name, definition] as const))(
  'the variant of %s has three control planes in three zones and two nodes for each API and worker',
  (_name, definition) => {
    const nodes = Object.values(highlyAvailable(definition).nodes);
    const controlPlanes = nodes.filter(({ role }) => role === 'control-plane');
    expect(new Set(controlPlanes.map(({ zone }) => zone)).size).toBe(3);
    const groups = nodes.filter(({ role }) => role === 'api' || role === 'worker');
    expect(groups.length).toBeGreaterThanOrEqual(Object.keys(definition.domains).length);
    expect(new Set(groups.map(({ count }) => count))).toEqual(new Set([2]));
  },
);
