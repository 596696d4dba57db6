import type { ApiClient } from '../api/client';
import { ebsDriver, ebsZoneLabel } from './node-objects';

interface Claim {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly storageClassName?: string;
    readonly accessModes: readonly string[];
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly volumeName?: string;
  };
}

/** Annotation by which the scheduler asks for a volume where it wants to place the pod. */
const selectedNode = 'volume.kubernetes.io/selected-node';

/**
 * Stands for the EBS driver: makes a volume, in the zone of the node that the scheduler selected, for every claim that
 * waits for one. The real scheduler holds the pod back until the real controllers have bound the two.
 */
export async function provisionVolumes(
  client: ApiClient,
  zoneOfNode: (name: string) => string | undefined,
): Promise<void> {
  const { items } = (await client.call('GET', '/api/v1/persistentvolumeclaims')) as {
    items: readonly Claim[];
  };
  for (const claim of items) {
    const node = claim.metadata.annotations?.[selectedNode];
    if (node === undefined || claim.spec.volumeName !== undefined) continue;
    const zone = zoneOfNode(node);
    if (zone === undefined) continue;
    // A volume that an earlier round made for this claim answers 409, and that is all right.
    await client
      .call('POST', '/api/v1/persistentvolumes', { body: volumeFor(claim, zone) })
      .catch(ignoreConflict);
  }
}

/** The volume that the driver would create for a claim. */
export function volumeFor({ metadata, spec }: Claim, zone: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `pvc-${metadata.uid}`,
      annotations: { 'pv.kubernetes.io/provisioned-by': ebsDriver },
    },
    spec: {
      capacity: { storage: spec.resources.requests.storage },
      accessModes: spec.accessModes,
      storageClassName: spec.storageClassName,
      persistentVolumeReclaimPolicy: 'Delete',
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: metadata.name,
        namespace: metadata.namespace,
        uid: metadata.uid,
      },
      csi: { driver: ebsDriver, volumeHandle: `vol-${metadata.uid}` },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: ebsZoneLabel, operator: 'In', values: [zone] }] }],
        },
      },
    },
  };
}

function ignoreConflict(error: unknown): void {
  if ((error as { status?: number }).status !== 409) throw error;
}
