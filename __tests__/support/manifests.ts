import { clusters } from '../../clusters/all';
import { synthesizeManifests } from '../../manifests/synthesize-manifests';
import type { Cluster } from '../../model/cluster';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { resolveCluster } from '../../model/resolve/resolve-cluster';

/** An object with the Application (or `argocd`) that it belongs to. */
export interface OwnedObject {
  readonly owner: string;
  readonly object: KubernetesObject;
}

/** `Deployment auth/auth-api`. */
export const objectName = ({ kind, metadata }: KubernetesObject): string =>
  `${kind} ${[metadata.namespace, metadata.name].filter(Boolean).join('/')}`;

/** Every object of a cluster, by the Application that owns it. */
export function ownedObjects(cluster: Cluster): OwnedObject[] {
  return synthesizeManifests(cluster, 'quick').flatMap(({ folder, objects }) =>
    objects.map((object) => ({ owner: folder.replace('manifests/', ''), object })),
  );
}

/** The clusters of this repository, resolved, for `describe.each`. */
export const resolvedClusters: readonly (readonly [name: string, cluster: Cluster])[] = clusters.map(
  (definition) => [definition.name, resolveCluster(definition)],
);

/** Pod specs of workloads that we write ourselves, with the workload that makes them. */
export function podSpecs(objects: readonly OwnedObject[]): { owner: OwnedObject; pod: PodSpec }[] {
  return objects.flatMap((owner) => {
    const { kind, spec } = owner.object as unknown as {
      kind: string;
      spec?: { template?: { spec?: PodSpec } };
    };
    const pod = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'].includes(kind)
      ? spec?.template?.spec
      : undefined;
    return pod ? [{ owner, pod }] : [];
  });
}

/** As much of a pod as tests look at. */
export interface PodSpec {
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly containers: readonly ContainerSpec[];
  readonly initContainers?: readonly ContainerSpec[];
  readonly hostNetwork?: boolean;
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
  readonly affinity?: Readonly<Record<string, unknown>>;
  readonly tolerations?: readonly { key?: string; operator?: string; value?: string; effect?: string }[];
}

export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly resources?: {
    requests?: Readonly<Record<string, string>>;
    limits?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}
