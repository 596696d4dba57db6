import { mutated } from '../../../rehearsal/mutations/mutation';
import { mutations } from '../../../rehearsal/mutations/mutations';
import { objectTree } from '../../../rehearsal/desired/tree';
import { outputs } from '../../support/synthesis';

const tree = objectTree([...outputs()].map(([path, text]) => ({ path, text })));

test.each(mutations.map((mutation) => [mutation.mistake, mutation] as const))(
  'the mistake that %s can be made in an object of the output, which stays as it was',
  (_mistake, mutation) => {
    const healthy = [...tree.values()].find((object) => mutation.appliesTo(object));
    const before = structuredClone(healthy);
    expect(healthy).toBeDefined();
    if (healthy) expect(mutated(mutation, healthy)).not.toEqual(healthy);
    expect(healthy).toEqual(before);
  },
);
