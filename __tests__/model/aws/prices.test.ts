import { instanceTypes, type InstanceTypeName } from '../../../model/aws/instance-types';
import type { Price } from '../../../model/aws/price';
import { prices } from '../../../model/aws/prices';

const regions = Object.entries(prices);

describe('prices', () => {
  it.each(regions)('in %s name a page of AWS and the day on which they held', (_region, regional) => {
    const { instances, ...others } = regional;
    for (const price of [...Object.values(instances), ...Object.values(others)] as Price[]) {
      expect(price.source).toMatch(/^https:\/\/aws\.amazon\.com\//);
      expect(price.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it.each(regions)('in %s double with each size of a family', (_region, { instances }) => {
    for (const family of ['t3', 't3a', 'm6i', 'c6i']) {
      const sizes = (Object.keys(instances) as InstanceTypeName[]).filter((name) =>
        name.startsWith(`${family}.`),
      );
      const perGiB = sizes.map((name) => instances[name].usd / instanceTypes[name].memoryMiB);
      const cheapest = Math.min(...perGiB);
      // AWS rounds the nano and micro prices, hence the two per cent.
      for (const ratio of perGiB) expect(ratio / cheapest).toBeLessThan(1.02);
    }
  });
});

describe('instance types', () => {
  it.each(Object.entries(instanceTypes))('show less memory to Linux than AWS sells: %s', (_name, type) => {
    expect(type.visibleMemoryMiB).toBeLessThan(type.memoryMiB);
    expect(type.visibleMemoryMiB).toBeGreaterThan(type.memoryMiB * 0.8);
  });
});
