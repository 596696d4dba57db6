import { Address4 } from 'ip-address';

/** A parsed CIDR block, or nothing where the text is not one or has bits set behind the prefix. */
export function parseCidr(text: string): Address4 | undefined {
  if (!text.includes('/') || !Address4.isValid(text)) return undefined;
  const block = new Address4(text);
  return block.startAddress().correctForm() === block.addressMinusSuffix ? block : undefined;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Address4, inner: Address4): boolean {
  return inner.subnetMask >= outer.subnetMask && inner.isInSubnet(outer);
}

/** Whether two blocks share an address. */
export function overlap(a: Address4, b: Address4): boolean {
  return a.isInSubnet(b) || b.isInSubnet(a);
}

/** Number of addresses in a block. */
export function size(block: Address4): number {
  return 2 ** (32 - block.subnetMask);
}

/** The address with the given host number: `10.0.1.0/24` and 11 give `10.0.1.11`. */
export function hostAddress(cidr: string, number: number): string {
  const first = new Address4(cidr).startAddress().bigInt();
  return Address4.fromBigInt(first + BigInt(number)).correctForm();
}
