import type { ArtifactOf } from './artifact';
import { Subject } from './subject';
import { fields, list, stringMap, text, type Fields, type Pointer } from './value';

export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** `domain=auth:NoSchedule` */
function parseTaint(taint: string): NodeTaint {
  const [, key = '', value = '', effect = ''] = /^([^=:]+)(?:=([^:]*))?:(.+)$/.exec(taint) ?? [];
  return { key, value, effect };
}

/** A host of the inventory with the variables that its groups and itself give it. */
export class Host extends Subject {
  readonly groups = new Set<string>();
  vars: Fields = {};

  constructor(
    file: ArtifactOf<'inventory'>,
    readonly name: string,
    base: Pointer,
  ) {
    super(file.source, `host ${name}`, base);
  }

  /** Labels that the kubelet registers. */
  get labels(): Readonly<Record<string, string>> {
    return stringMap(this.vars, 'node_labels');
  }

  /** Taints that it registers with; `domain=auth:NoSchedule` is the form of the kubelet's argument. */
  get taints(): readonly NodeTaint[] {
    const listed = list(this.vars, 'node_taints').map((taint) => ({
      key: text(taint, 'key') ?? '',
      value: text(taint, 'value') ?? '',
      effect: text(taint, 'effect') ?? '',
    }));
    const argument = text(this.vars, 'kubelet_arguments', 'register-with-taints');
    return [...listed, ...(argument ? argument.split(',').map(parseTaint) : [])];
  }

  /** Whether the inventory says what taints the host has, none included; kubeadm taints a control plane otherwise. */
  get declaresTaints(): boolean {
    return 'node_taints' in this.vars;
  }

  get isControlPlane(): boolean {
    return this.groups.has('masters') || this.groups.has('control_plane');
  }
}

/** Ansible's inventory: hosts by name, groups with the hosts below them. */
export class Inventory {
  readonly hosts: readonly Host[];
  readonly #hosts = new Map<string, Host>();
  readonly #groups = new Map<string, Set<string>>();

  constructor(readonly files: readonly ArtifactOf<'inventory'>[]) {
    for (const file of files)
      for (const [name, group] of Object.entries(fields(file.value)))
        this.#read(file, name, group, [name], []);
    this.hosts = [...this.#hosts.values()];
  }

  get groups(): readonly string[] {
    return [...this.#groups.keys()];
  }

  get(host: string): Host | undefined {
    return this.#hosts.get(host);
  }

  /** Hosts of a group or of the host itself; undefined where nothing has the name. */
  members(name: string): ReadonlySet<string> | undefined {
    if (name === 'all') return new Set(this.#hosts.keys());
    return this.#groups.get(name) ?? (this.#hosts.has(name) ? new Set([name]) : undefined);
  }

  #read(
    file: ArtifactOf<'inventory'>,
    name: string,
    group: unknown,
    pointer: Pointer,
    above: readonly string[],
  ): void {
    if (above.includes(name)) return;
    const path = [...above, name];
    for (const one of path) if (!this.#groups.has(one)) this.#groups.set(one, new Set());
    for (const [host, vars] of Object.entries(fields(group, 'hosts'))) {
      const known = this.#hosts.get(host) ?? new Host(file, host, [...pointer, 'hosts', host]);
      known.vars = { ...known.vars, ...fields(vars) };
      this.#hosts.set(host, known);
      for (const one of path) {
        known.groups.add(one);
        this.#groups.get(one)?.add(host);
      }
    }
    for (const [child, inside] of Object.entries(fields(group, 'children')))
      this.#read(file, child, inside, [...pointer, 'children', child], path);
  }
}
