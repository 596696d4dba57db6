import { compileTemplates } from './compile';
import type { CompiledTemplate } from './compiled-template';
import type { SchedulerNode } from './node';
import type { HostPort, Pod, PodTemplate } from './pod';
import type { NamespaceLabels } from './pod-selection';

/** What the pods on one node use. */
export interface NodeState {
  readonly node: SchedulerNode;
  readonly index: number;
  cpuMilli: number;
  memoryBytes: number;
  ephemeralBytes: number;
  pods: number;
  readonly ports: HostPort[];
  /** Pods on the node that attach each claim. */
  readonly claims: Map<string, number>;
}

interface BoundClaim {
  readonly zone: string;
  users: number;
}

/** Nodes with the pods placed on them so far. Pods go on and off; every filter reads from here. */
export class Board {
  readonly states: readonly NodeState[];
  private readonly byName: ReadonlyMap<string, NodeState>;
  private readonly compiled: ReadonlyMap<PodTemplate, CompiledTemplate>;
  private readonly boundClaims = new Map<string, BoundClaim>();

  constructor(
    nodes: readonly SchedulerNode[],
    templates: readonly PodTemplate[],
    namespaces: NamespaceLabels = {},
  ) {
    this.compiled = compileTemplates(templates, nodes, namespaces);
    this.states = nodes.map((node, index) => ({
      node,
      index,
      cpuMilli: 0,
      memoryBytes: 0,
      ephemeralBytes: 0,
      pods: 0,
      ports: [],
      claims: new Map(),
    }));
    this.byName = new Map(this.states.map((state) => [state.node.name, state]));
  }

  state(node: string): NodeState | undefined {
    return this.byName.get(node);
  }

  template(pod: Pod): CompiledTemplate {
    const compiled = this.compiled.get(pod.template);
    if (!compiled) throw new Error(`${pod.name}: its template was not given to the board`);
    return compiled;
  }

  /** Zone in which a claim's volume is, once its first pod has been placed. */
  zoneOf(claim: string): string | undefined {
    return this.boundClaims.get(claim)?.zone;
  }

  add(pod: Pod, state: NodeState): void {
    this.change(pod, state, 1);
    state.ports.push(...pod.template.hostPorts);
    for (const { claim, zone } of pod.volumes) {
      state.claims.set(claim, (state.claims.get(claim) ?? 0) + 1);
      const bound = this.boundClaims.get(claim);
      if (bound) bound.users += 1;
      else this.boundClaims.set(claim, { zone: zone ?? state.node.zone, users: 1 });
    }
  }

  remove(pod: Pod, state: NodeState): void {
    this.change(pod, state, -1);
    for (const port of pod.template.hostPorts) state.ports.splice(state.ports.lastIndexOf(port), 1);
    for (const { claim } of pod.volumes) {
      const left = (state.claims.get(claim) ?? 1) - 1;
      if (left) state.claims.set(claim, left);
      else state.claims.delete(claim);
      const bound = this.boundClaims.get(claim);
      if (bound && --bound.users === 0) this.boundClaims.delete(claim);
    }
  }

  private change(pod: Pod, state: NodeState, change: 1 | -1): void {
    const { cpuMilli, memoryBytes, ephemeralBytes } = pod.template.requests;
    state.cpuMilli += change * cpuMilli;
    state.memoryBytes += change * memoryBytes;
    state.ephemeralBytes += change * ephemeralBytes;
    state.pods += change;
    for (const counter of this.template(pod).counts) counter.add(state.index, change);
  }
}
