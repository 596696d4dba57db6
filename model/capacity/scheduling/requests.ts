import { parseBytes, parseCpu } from '../../quantity/parse';
import type { Requests } from './pod';

type Amounts = Readonly<Record<string, string | number>>;

/** A container's resources as they are written. */
export interface RawContainer {
  readonly restartPolicy?: string;
  readonly resources?: { readonly requests?: Amounts; readonly limits?: Amounts };
  readonly ports?: readonly {
    containerPort: number;
    hostPort?: number;
    hostIP?: string;
    protocol?: string;
  }[];
}

export interface RawResources {
  readonly containers?: readonly RawContainer[];
  readonly initContainers?: readonly RawContainer[];
  readonly overhead?: Amounts;
}

const nothing: Requests = { cpuMilli: 0, memoryBytes: 0, ephemeralBytes: 0 };

/**
 * What the scheduler counts for a pod: the larger of what its containers and sidecars need together and what each init
 * container needs beside the sidecars started before it, plus the overhead of its runtime class
 * (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers).
 */
export function effectiveRequests(spec: RawResources): Requests {
  return effective(spec, (container) => ({
    ...container.resources?.limits,
    ...container.resources?.requests,
  }));
}

/** The same sum over limits; a container without a limit counts with its request. */
export function effectiveLimits(spec: RawResources): Requests {
  return effective(spec, (container) => ({
    ...container.resources?.requests,
    ...container.resources?.limits,
  }));
}

function effective(spec: RawResources, amounts: (container: RawContainer) => Amounts): Requests {
  let sidecars = nothing;
  let largestStart = nothing;
  for (const container of spec.initContainers ?? []) {
    const own = parseAmounts(amounts(container));
    if (container.restartPolicy === 'Always') sidecars = add(sidecars, own);
    largestStart = larger(largestStart, container.restartPolicy === 'Always' ? sidecars : add(sidecars, own));
  }
  const running = (spec.containers ?? []).map((container) => parseAmounts(amounts(container)));
  const steady = running.reduce(add, sidecars);
  return add(larger(steady, largestStart), parseAmounts(spec.overhead ?? {}));
}

function parseAmounts(amounts: Amounts): Requests {
  return {
    cpuMilli: parseCpu(String(amounts['cpu'] ?? 0)) ?? 0,
    memoryBytes: parseBytes(String(amounts['memory'] ?? 0)) ?? 0,
    ephemeralBytes: parseBytes(String(amounts['ephemeral-storage'] ?? 0)) ?? 0,
  };
}

export function add(a: Requests, b: Requests): Requests {
  return {
    cpuMilli: a.cpuMilli + b.cpuMilli,
    memoryBytes: a.memoryBytes + b.memoryBytes,
    ephemeralBytes: a.ephemeralBytes + b.ephemeralBytes,
  };
}

function larger(a: Requests, b: Requests): Requests {
  return {
    cpuMilli: Math.max(a.cpuMilli, b.cpuMilli),
    memoryBytes: Math.max(a.memoryBytes, b.memoryBytes),
    ephemeralBytes: Math.max(a.ephemeralBytes, b.ephemeralBytes),
  };
}
