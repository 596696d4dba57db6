import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, blocks, fields, list, number, text, texts } from '../artifacts/value';

export type Direction = 'Ingress' | 'Egress';
export type Protocol = 'TCP' | 'UDP';

/** An `ipBlock` of a policy. */
export interface IpBlock {
  readonly cidr: string;
  readonly except: readonly string[];
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
  readonly rules: Readonly<Record<Direction, readonly PolicyRule[]>>;
}

export function policyOf(object: ObjectArtifact): Policy {
  const { value } = object;
  return {
    object,
    podSelector: at(value, 'spec', 'podSelector'),
    directions: directionsOf(value),
    rules: {
      Ingress: list(value, 'spec', 'ingress').map((one) => ruleOf(one, 'from')),
      Egress: list(value, 'spec', 'egress').map((one) => ruleOf(one, 'to')),
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
    ipBlock: cidr === undefined ? undefined : { cidr, except: texts(block, 'except') },
  };
}
