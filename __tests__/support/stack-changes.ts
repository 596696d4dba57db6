import type { Cluster } from '../../model/cluster';
import { stackNames } from '../../model/stacks';
import { terraformStacks, type Block } from './stacks';

/** Resources that two versions of a cluster do not share, by stack; changed ones with the attributes that differ. */
export interface StackChanges {
  readonly added: string[];
  readonly removed: string[];
  readonly changed: Record<string, string[]>;
}

/** What an apply would do, as far as the JSON says it: `nodes aws_instance.k8s-redis`. */
export function stackChanges(before: Cluster, after: Cluster): StackChanges {
  const [old, fresh] = [remembered(before), remembered(after)];
  const changed = Object.keys(old)
    .filter((address) => address in fresh)
    .map((address) => [address, differing(old[address], fresh[address])] as const)
    .filter(([, attributes]) => attributes.length);
  return {
    added: Object.keys(fresh).filter((address) => !(address in old)),
    removed: Object.keys(old).filter((address) => !(address in fresh)),
    changed: Object.fromEntries(changed),
  };
}

/** Most tests compare with the same cluster. */
const memory = new WeakMap<Cluster, Record<string, Block>>();

function remembered(cluster: Cluster): Record<string, Block> {
  const resources = memory.get(cluster) ?? resourcesOf(cluster);
  memory.set(cluster, resources);
  return resources;
}

function resourcesOf(cluster: Cluster): Record<string, Block> {
  const stacks = terraformStacks(cluster);
  return Object.fromEntries(
    stackNames(cluster).flatMap((name) =>
      Object.entries(stacks[name].resources).map(([address, block]) => [`${name} ${address}`, block]),
    ),
  );
}

function differing(before: Block, after: Block): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
