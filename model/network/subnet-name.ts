import type { Cluster } from '../cluster';

/** `Name` tag of a subnet, by which other stacks find it. */
export const subnetName = (
  { names }: Pick<Cluster, 'names'>,
  kind: 'public' | 'private',
  zoneLetter: string,
): string => `${names.cluster}-${kind}-${zoneLetter}`;
