import { controlPlaneTaint } from '../../model/resolve/nodes';
import { argocdPods, type ArgocdPod } from '../../model/workloads/argocd-pods';

/**
 * Kustomize patches that give Argo CD's pods requests, and let them run on the control plane, which has the room: the
 * workers beside it are small and have work of their own (incident A38).
 */
export function argocdPatches() {
  return argocdPods.map((pod) => ({ target: { kind: pod.kind, name: pod.name }, patch: patch(pod) }));
}

function patch({ kind, name, container, resources }: ArgocdPod) {
  const { key, effect } = controlPlaneTaint;
  const onControlPlane = { matchExpressions: [{ key, operator: 'Exists' }] };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      template: {
        spec: {
          tolerations: [{ key, operator: 'Exists', effect }],
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference: onControlPlane }],
            },
          },
          containers: [{ name: container, resources }],
        },
      },
    },
  };
}
