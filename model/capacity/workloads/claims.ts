import { parseBytes } from '../../quantity/parse';
import type { RawClaim } from './raw-workloads';
import type { ClaimTemplate } from './workload';

/** Size of a storage request in GiB; nothing asked for is nothing. */
export const storageGiB = (text: string | undefined): number => (parseBytes(text ?? '0') ?? 0) / 2 ** 30;

/** A `volumeClaimTemplates` entry. */
export function claimTemplate({ metadata, spec }: RawClaim, name = 'data'): ClaimTemplate {
  const storageClass = spec?.storageClassName;
  return {
    name: metadata?.name ?? name,
    gib: storageGiB(spec?.resources?.requests?.storage),
    ...(storageClass === undefined ? {} : { storageClass }),
  };
}
