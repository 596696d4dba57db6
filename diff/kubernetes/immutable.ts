import type { KubernetesObject } from '../../model/kubernetes-object';
import type { FieldChange } from '../field-change';

/** Fields of a StatefulSet's spec that may change; every other is immutable. */
const statefulSetMutable = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const isHook = (object: KubernetesObject) => 'argocd.argoproj.io/hook' in (object.metadata.annotations ?? {});

/**
 * Whether the API server refuses the change of a field on an existing object, so that a sync fails until the object is
 * deleted. From the validation of Kubernetes 1.28 (pkg/apis/.../validation).
 */
export function isImmutable(object: KubernetesObject, { path, before }: FieldChange): boolean {
  const [first, second] = path;
  switch (object.kind) {
    case 'Deployment':
    case 'DaemonSet':
    case 'ReplicaSet':
      return first === 'spec' && second === 'selector';
    case 'StatefulSet':
      return first === 'spec' && second !== undefined && !statefulSetMutable.includes(second);
    case 'Job':
      // A hook is deleted and made again (BeforeHookCreation).
      return (
        !isHook(object) &&
        first === 'spec' &&
        ['selector', 'template', 'completionMode', 'podFailurePolicy'].includes(second ?? '')
      );
    case 'Service':
      return first === 'spec' && second === 'clusterIP' && before !== undefined && before !== '';
    case 'PersistentVolumeClaim':
      return first === 'spec' && second !== 'resources';
    case 'StorageClass':
      return ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'].includes(first ?? '');
    case 'PriorityClass':
      return first === 'value' || first === 'preemptionPolicy';
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return first === 'roleRef';
    case 'ConfigMap':
    case 'Secret':
      return object['immutable'] === true && first !== 'metadata';
    default:
      return false;
  }
}
