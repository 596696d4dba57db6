import { Address4 } from 'ip-address';
import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, blocks, fields, list, number, text, texts } from '../artifacts/value';
import { builtInNamespaces } from '../knowledge/built-in-namespaces';
import { selectorMatches } from '../kubernetes/label-selector';

/** One end of a flow: pods with labels, or an address outside the pod network. */
export type End =
  | { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }
  | { readonly address: string };

export interface Flow {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** An `ipBlock` of a policy. */
export interface IpBlock {
  readonly cidr: string;
  readonly except: readonly string[];
}

type Direction = 'Ingress' | 'Egress';

/** The NetworkPolicies of a tree, as Calico evaluates them: after DNAT, and allowed by any one of them. */
export class Policies {
  readonly #byNamespace = new Map<string, ObjectArtifact[]>();
  readonly #namespaceLabels = new Map<string, Readonly<Record<string, string>>>();

  constructor({ objects }: Artifacts) {
    for (const policy of objects.ofKind('NetworkPolicy')) {
      const namespace = policy.namespace ?? '';
      const same = this.#byNamespace.get(namespace);
      if (same) same.push(policy);
      else this.#byNamespace.set(namespace, [policy]);
    }
    for (const name of builtInNamespaces)
      this.#namespaceLabels.set(name, { 'kubernetes.io/metadata.name': name });
    for (const { name, labels } of objects.ofKind('Namespace'))
      this.#namespaceLabels.set(name, { 'kubernetes.io/metadata.name': name, ...labels });
  }

  get any(): boolean {
    return this.#byNamespace.size > 0;
  }

  /** Namespaces that a selector selects. */
  namespaces(selector: unknown): readonly string[] {
    return [...this.#namespaceLabels]
      .filter(([, labels]) => selectorMatches(selector, labels))
      .map(([name]) => name);
  }

  /** Policies that isolate a pod in a direction. */
  isolating(end: End, direction: Direction): readonly ObjectArtifact[] {
    if ('address' in end) return [];
    return (this.#byNamespace.get(end.namespace) ?? []).filter(
      ({ value }) =>
        policyTypes(value).includes(direction) &&
        selectorMatches(at(value, 'spec', 'podSelector'), end.labels),
    );
  }

  /** Whether the policies of one end let a flow pass; an end that nothing isolates lets everything pass. */
  allows(flow: Flow, direction: Direction): boolean {
    const [own, other] = direction === 'Egress' ? [flow.from, flow.to] : [flow.to, flow.from];
    const policies = this.isolating(own, direction);
    if (!policies.length || 'address' in own) return true;
    return policies.some(({ value }) =>
      list(value, 'spec', direction.toLowerCase()).some(
        (one) =>
          portAllowed(one, flow) &&
          this.#peerAllowed(list(one, direction === 'Egress' ? 'to' : 'from'), own.namespace, other),
      ),
    );
  }

  /**
   * The addresses outside the pod network that may reach a port of a pod; undefined where every address may.
   */
  openTo({ to, port, protocol }: Omit<Flow, 'from'>): readonly IpBlock[] | undefined {
    const policies = this.isolating(to, 'Ingress');
    const rules = policies
      .flatMap(({ value }) => list(value, 'spec', 'ingress'))
      .filter((one) => portAllowed(one, { port, protocol }))
      .map((one) => list(one, 'from'));
    if (!policies.length || rules.some((peers) => !peers.length)) return undefined;
    return rules.flat().flatMap((peer) => ipBlock(fields(peer, 'ipBlock')));
  }

  #peerAllowed(peers: readonly unknown[], namespace: string, other: End): boolean {
    if (!peers.length) return true;
    return peers.some((peer) => {
      if ('address' in other) return inBlock(fields(peer, 'ipBlock'), other.address);
      const namespaces = at(peer, 'namespaceSelector');
      const pods = at(peer, 'podSelector');
      if (namespaces === undefined && pods === undefined) return false;
      const isInNamespace =
        namespaces === undefined
          ? other.namespace === namespace
          : selectorMatches(namespaces, this.#namespaceLabels.get(other.namespace) ?? {});
      return isInNamespace && selectorMatches(pods, other.labels);
    });
  }
}

export const policies = (artifacts: Artifacts): Policies => new Policies(artifacts);

function policyTypes(value: unknown): readonly string[] {
  const types = texts(value, 'spec', 'policyTypes');
  if (types.length) return types;
  return list(value, 'spec', 'egress').length ? ['Ingress', 'Egress'] : ['Ingress'];
}

function portAllowed(one: unknown, { port, protocol }: Pick<Flow, 'port' | 'protocol'>): boolean {
  const ports = blocks(one, 'ports');
  return (
    !ports.length ||
    ports.some((entry) => {
      const first = number(entry, 'port');
      // A named port cannot be resolved without the container; it is taken as fitting.
      const fits = first === undefined || (first <= port && port <= (number(entry, 'endPort') ?? first));
      return (text(entry, 'protocol') ?? 'TCP') === protocol && fits;
    })
  );
}

function ipBlock(block: unknown): IpBlock[] {
  const cidr = text(block, 'cidr');
  return cidr === undefined ? [] : [{ cidr, except: texts(block, 'except') }];
}

const inBlock = (block: unknown, address: string): boolean =>
  ipBlock(block).some((one) => isInBlock(one, address));

/** Whether an address lies in a block of a policy; text that is no address or block lies nowhere. */
export function isInBlock({ cidr, except }: IpBlock, address: string): boolean {
  if (!Address4.isValid(address)) return false;
  const parsed = new Address4(address);
  const inside = (block: string) => Address4.isValid(block) && parsed.isInSubnet(new Address4(block));
  return inside(cidr) && !except.some(inside);
}
