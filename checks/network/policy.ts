import { Address4 } from 'ip-address';
import { groupBy } from '../../model/group-by';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, blocks, fields, list, number, text, texts } from '../artifacts/value';

export type Direction = 'Ingress' | 'Egress';
export type Protocol = 'TCP' | 'UDP';

/** An `ipBlock` of a policy. */
export interface IpBlock {
  readonly cidr: string;
  readonly except: readonly string[];
  /** Whether an address lies in it; a block that is none holds nothing. */
  readonly holds: (address: Address4) => boolean;
}

/** Who may be at the other end; undefined selectors are those that the policy does not have. */
export interface Peer {
  readonly namespaceSelector: unknown;
  readonly podSelector: unknown;
  readonly ipBlock: IpBlock | undefined;
}

/** One entry of `ingress` or `egress`; without peers it allows everybody. */
export interface PolicyRule {
  readonly peers: readonly Peer[];
  readonly allowsPort: (port: number, protocol: Protocol) => boolean;
}

/** A NetworkPolicy, read once: rules ask each of them about every flow. */
export interface Policy {
  readonly object: ObjectArtifact;
  readonly podSelector: unknown;
  readonly directions: ReadonlySet<Direction>;
  readonly rules: Readonly<Record<Direction, PolicyRules>>;
}

/** The rules of one direction. Most are about pods of one namespace, and are found by it. */
export class PolicyRules {
  #byNamespace: ReadonlyMap<string | undefined, readonly PolicyRule[]> | undefined;

  constructor(readonly all: readonly PolicyRule[]) {}

  /** Those that may be about a pod of the namespace. */
  about(namespace: string): readonly PolicyRule[] {
    const byNamespace = (this.#byNamespace ??= groupBy(this.all, onlyNamespace));
    return [...(byNamespace.get(namespace) ?? []), ...(byNamespace.get(undefined) ?? [])];
  }
}

/** The namespace in which all peers of a rule are, where it names one. */
function onlyNamespace({ peers }: PolicyRule): string | undefined {
  const [first, ...others] = peers.map(({ namespaceSelector }) =>
    text(namespaceSelector, 'matchLabels', 'kubernetes.io/metadata.name'),
  );
  return others.every((other) => other === first) ? first : undefined;
}

export function policyOf(object: ObjectArtifact): Policy {
  const { value } = object;
  return {
    object,
    podSelector: at(value, 'spec', 'podSelector'),
    directions: directionsOf(value),
    rules: {
      Ingress: new PolicyRules(list(value, 'spec', 'ingress').map((one) => ruleOf(one, 'from'))),
      Egress: new PolicyRules(list(value, 'spec', 'egress').map((one) => ruleOf(one, 'to'))),
    },
  };
}

function directionsOf(value: unknown): ReadonlySet<Direction> {
  const types = texts(value, 'spec', 'policyTypes');
  if (types.length) return new Set(types as Direction[]);
  return new Set(list(value, 'spec', 'egress').length ? ['Ingress', 'Egress'] : ['Ingress']);
}

function ruleOf(value: unknown, side: 'from' | 'to'): PolicyRule {
  const ports = blocks(value, 'ports').map((entry) => {
    const first = number(entry, 'port');
    return { protocol: text(entry, 'protocol') ?? 'TCP', first, last: number(entry, 'endPort') ?? first };
  });
  return {
    peers: list(value, side).map(peerOf),
    allowsPort: (port, protocol) =>
      !ports.length ||
      ports.some(
        ({ protocol: own, first, last }) =>
          own === protocol &&
          // A named port cannot be resolved without the container; it is taken as fitting.
          (first === undefined || (first <= port && port <= (last ?? first))),
      ),
  };
}

function peerOf(value: unknown): Peer {
  const block = fields(value, 'ipBlock');
  const cidr = text(block, 'cidr');
  return {
    namespaceSelector: at(value, 'namespaceSelector'),
    podSelector: at(value, 'podSelector'),
    ipBlock: cidr === undefined ? undefined : ipBlockOf(cidr, texts(block, 'except')),
  };
}

function ipBlockOf(cidr: string, except: readonly string[]): IpBlock {
  const [whole, ...holes] = [cidr, ...except].map((block) =>
    Address4.isValid(block) ? new Address4(block) : undefined,
  );
  const isIn = (address: Address4, block: Address4 | undefined) =>
    block !== undefined && address.isInSubnet(block);
  return {
    cidr,
    except,
    holds: (address) => isIn(address, whole) && !holes.some((hole) => isIn(address, hole)),
  };
}
