import type { KubernetesObject } from '../../kubernetes-object';
import type { RawPodSpec } from '../scheduling/raw-pod-spec';
import type { RawContainer } from '../scheduling/requests';

type Amounts = Readonly<Record<string, string | number>>;

/** What a namespace gives to containers that ask for nothing. */
export interface ContainerDefaults {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/** Defaults of the LimitRanges, by namespace; a default limit without a default request is the request as well. */
export function containerDefaults(
  objects: readonly KubernetesObject[],
): ReadonlyMap<string, ContainerDefaults> {
  return new Map(
    objects
      .filter(({ kind }) => kind === 'LimitRange')
      .flatMap(({ metadata, spec }) => {
        const { limits = [] } = spec as {
          limits?: readonly { type?: string; default?: Amounts; defaultRequest?: Amounts }[];
        };
        return limits
          .filter(({ type }) => type === 'Container')
          .map(({ default: most = {}, defaultRequest = {} }) => [
            metadata.namespace ?? 'default',
            { requests: { ...most, ...defaultRequest }, limits: most },
          ]);
      }),
  );
}

/** A pod as the admission of its namespace completes it. What a container asks for stays as it is. */
export function withDefaults(spec: RawPodSpec, defaults: ContainerDefaults | undefined): RawPodSpec {
  if (!defaults) return spec;
  const complete = (container: RawContainer): RawContainer => {
    const { requests, limits } = container.resources ?? {};
    return {
      ...container,
      resources: {
        requests: { ...defaults.requests, ...limits, ...requests },
        limits: { ...defaults.limits, ...limits },
      },
    };
  };
  return {
    ...spec,
    ...(spec.containers ? { containers: spec.containers.map(complete) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(complete) } : {}),
  };
}
