import { Address4 } from 'ip-address';
import type { Artifacts } from '../artifacts/artifacts';
import { groupBy } from '../../model/group-by';
import { LabelIndex } from '../../model/label-index';
import { builtInNamespaces } from '../knowledge/built-in-namespaces';
import { selectorMatches } from '../kubernetes/label-selector';
import { requiredBy } from '../kubernetes/required-labels';
import { policyOf, type Direction, type IpBlock, type Peer, type Policy, type Protocol } from './policy';

type Labels = Readonly<Record<string, string>>;

/** One end of a flow: pods with labels, or an address outside the pod network. */
export type End = { readonly namespace: string; readonly labels: Labels } | { readonly address: string };

export interface Flow {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly protocol: Protocol;
}

/** The NetworkPolicies of a tree, as Calico evaluates them: after DNAT, and allowed by any one of them. */
export class Policies {
  readonly #byNamespace: ReadonlyMap<string, readonly Policy[]>;
  readonly #namespaceLabels: ReadonlyMap<string, Labels>;
  readonly #namespaces: LabelIndex<{ name: string; labels: Labels }>;
  /** Policies of pods by their labels: many rules ask about the same pods. */
  readonly #ofPod = new Map<string, Map<Labels, readonly Policy[]>>();

  constructor({ objects }: Artifacts) {
    this.#byNamespace = groupBy(
      objects.ofKind('NetworkPolicy').map(policyOf),
      ({ object }) => object.namespace ?? '',
    );
    this.#namespaceLabels = new Map([
      ...[...builtInNamespaces].map((name) => [name, { 'kubernetes.io/metadata.name': name }] as const),
      ...objects
        .ofKind('Namespace')
        .map(({ name, labels }) => [name, { 'kubernetes.io/metadata.name': name, ...labels }] as const),
    ]);
    this.#namespaces = new LabelIndex([...this.#namespaceLabels].map(([name, labels]) => ({ name, labels })));
  }

  get any(): boolean {
    return this.#byNamespace.size > 0;
  }

  /** Namespaces that a selector selects. */
  namespaces(selector: unknown): readonly string[] {
    return this.#namespaces
      .having(requiredBy(selector))
      .filter(({ labels }) => selectorMatches(selector, labels))
      .map(({ name }) => name);
  }

  /** Policies that isolate a pod in a direction. */
  #isolating(end: End, direction: Direction): readonly Policy[] {
    if ('address' in end) return [];
    return this.#selecting(end.namespace, end.labels).filter(({ directions }) => directions.has(direction));
  }

  #selecting(namespace: string, labels: Labels): readonly Policy[] {
    const known = this.#ofPod.get(namespace) ?? new Map<Labels, readonly Policy[]>();
    this.#ofPod.set(namespace, known);
    const found =
      known.get(labels) ??
      (this.#byNamespace.get(namespace) ?? []).filter(({ podSelector }) =>
        selectorMatches(podSelector, labels),
      );
    known.set(labels, found);
    return found;
  }

  /** Whether the policies of one end let a flow pass; an end that nothing isolates lets everything pass. */
  allows({ from, to, port, protocol }: Flow, direction: Direction): boolean {
    const [own, other] = direction === 'Egress' ? [from, to] : [to, from];
    const policies = this.#isolating(own, direction);
    if (!policies.length || 'address' in own) return true;
    return policies.some(({ rules }) => {
      const some = 'address' in other ? rules[direction].all : rules[direction].about(other.namespace);
      return some.some(
        ({ peers, allowsPort }) =>
          allowsPort(port, protocol) && this.#peerAllowed(peers, own.namespace, other),
      );
    });
  }

  /**
   * The addresses outside the pod network that may reach a port of a pod; undefined where every address may.
   */
  openTo({ to, port, protocol }: Omit<Flow, 'from'>): readonly IpBlock[] | undefined {
    const policies = this.#isolating(to, 'Ingress');
    const rules = policies
      .flatMap(({ rules }) => rules.Ingress.all)
      .filter(({ allowsPort }) => allowsPort(port, protocol));
    if (!policies.length || rules.some(({ peers }) => !peers.length)) return undefined;
    return rules.flatMap(({ peers }) => peers).flatMap(({ ipBlock }) => ipBlock ?? []);
  }

  #peerAllowed(peers: readonly Peer[], namespace: string, other: End): boolean {
    if (!peers.length) return true;
    if ('address' in other) {
      const address = parseAddress(other.address);
      return address !== undefined && peers.some(({ ipBlock }) => ipBlock?.holds(address));
    }
    return peers.some(({ namespaceSelector, podSelector }) => {
      if (namespaceSelector === undefined && podSelector === undefined) return false;
      const isInNamespace =
        namespaceSelector === undefined
          ? other.namespace === namespace
          : selectorMatches(namespaceSelector, this.#namespaceLabels.get(other.namespace) ?? {});
      return isInNamespace && selectorMatches(podSelector, other.labels);
    });
  }
}

export const policies = (artifacts: Artifacts): Policies => new Policies(artifacts);

/** An address to ask blocks about; undefined for text that is none, which lies nowhere. */
export const parseAddress = (address: string): Address4 | undefined =>
  Address4.isValid(address) ? new Address4(address) : undefined;
