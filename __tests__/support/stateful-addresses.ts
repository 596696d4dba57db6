import { closest } from 'fastest-levenshtein';
import type { Finding } from '../../model/finding';
import type { Stack } from './stacks';

/** Types whose replacement loses data, an address that others know, or everything that is inside. */
const stateful = [
  'aws_acm_certificate',
  'aws_cloudfront_distribution',
  'aws_dynamodb_table',
  'aws_eip',
  'aws_iam_openid_connect_provider',
  'aws_instance',
  'aws_key_pair',
  'aws_lb',
  'aws_nat_gateway',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_security_group',
  'aws_subnet',
  'aws_vpc',
];

export const goldenFile = '__tests__/infra/stateful-addresses.json';

/** Addresses by cluster and stack. */
export type GoldenAddresses = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const statefulAddresses = ({ resources }: Stack): string[] =>
  Object.keys(resources)
    .filter((address) => stateful.includes(address.split('.')[0] ?? ''))
    .sort();

/** What is wrong with the addresses of one stack, each with the text to add. */
export function addressFindings(
  place: { cluster: string; stack: string },
  golden: readonly string[],
  synthesized: Stack,
): Finding[] {
  const now = statefulAddresses(synthesized);
  const moved: { from: string; to: string }[] = synthesized.json.moved ?? [];
  const added = now.filter((address) => !golden.includes(address));
  const rule =
    'The address of what holds state is its identity: under another one Terraform destroys it and makes it anew.';
  const finding = (path: string, problem: string, fix: string): Finding => ({
    code: 'stateful-addresses-stay',
    severity: 'error',
    path: `${place.cluster} ${place.stack}: ${path}`,
    problem,
    rule,
    fix,
    file: goldenFile,
  });
  const gone = golden
    .filter((address) => !now.includes(address))
    .filter((address) => !moved.some(({ from, to }) => from === address && now.includes(to)))
    .map((address) => finding(address, 'is gone', goneFix(place, address, added)));
  const unknown = added
    .filter((address) => !moved.some(({ to }) => to === address))
    .map((address) =>
      finding(address, 'is new', `Add "${address}" to ${goldenFile}, ${place.cluster}, ${place.stack}.`),
    );
  const stale = moved
    .filter(({ to }) => !now.includes(to))
    .map(({ from, to }) =>
      finding(from, `moves to ${to}, which does not exist`, 'Name the address that it has now.'),
    );
  return [...gone, ...unknown, ...stale];
}

function goneFix(
  { cluster, stack }: { cluster: string; stack: string },
  address: string,
  added: readonly string[],
) {
  const type = `${address.split('.')[0] ?? ''}.`;
  const candidates = added.filter((other) => other.startsWith(type));
  const to = candidates.length ? closest(address, candidates) : `${type}<its new name>`;
  return (
    `If it was renamed, add to terraform in clusters/${cluster}.ts: ` +
    `moved: [{ stack: '${stack}', from: '${address}', to: '${to}' }]. ` +
    `If it is to be destroyed, remove its line from ${goldenFile}.`
  );
}
