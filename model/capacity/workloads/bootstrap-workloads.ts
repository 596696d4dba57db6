import { controlPlaneTaint } from '../../resolve/nodes';
import { argocdPods, type ArgocdPod } from '../../workloads/argocd-pods';
import type { RawPodSpec } from '../scheduling/raw-pod-spec';
import type { Workload } from './workload';

interface Props {
  readonly cpu: string;
  readonly memory: string;
  readonly replicas?: number;
  readonly spec?: RawPodSpec;
}

const controlPlaneKey = controlPlaneTaint.key;
const onControlPlane: RawPodSpec = {
  priorityClassName: 'system-node-critical',
  nodeSelector: { [controlPlaneKey]: '' },
  tolerations: [{ operator: 'Exists' }],
};
const everywhere: RawPodSpec = {
  priorityClassName: 'system-node-critical',
  tolerations: [{ operator: 'Exists' }],
};
/** What kubeadm's CoreDNS and Calico's controllers tolerate; nothing else lets them run. */
const addon: RawPodSpec = {
  priorityClassName: 'system-cluster-critical',
  tolerations: [
    { key: 'CriticalAddonsOnly', operator: 'Exists' },
    { key: controlPlaneKey, operator: 'Exists', effect: 'NoSchedule' },
  ],
};

/** What kubeadm names CoreDNS's pods by. */
const coreDnsLabels = { 'k8s-app': 'kube-dns' };

/**
 * Pods that kubeadm and Ansible start, which no manifest of dist shows. CPU is what their manifests ask for
 * (kubeadm 1.28, Calico v3.27.3); memory is what they ask for or, where that is less or
 * nothing, what they use on clusters of this size: a pod without a request uses memory all the same.
 */
export function bootstrapWorkloads(): Workload[] {
  return [
    daemon('kube-apiserver', { cpu: '250m', memory: '640Mi', spec: onControlPlane }),
    daemon('kube-controller-manager', { cpu: '200m', memory: '128Mi', spec: onControlPlane }),
    daemon('kube-scheduler', { cpu: '100m', memory: '64Mi', spec: onControlPlane }),
    daemon('etcd', { cpu: '100m', memory: '256Mi', spec: onControlPlane }),
    daemon('kube-proxy', { cpu: '10m', memory: '32Mi', spec: everywhere }),
    daemon('calico-node', { cpu: '250m', memory: '112Mi', spec: everywhere }),
    {
      ...deployment('kube-system', 'coredns', { cpu: '100m', memory: '70Mi', replicas: 2, spec: coreDns() }),
      podLabels: coreDnsLabels,
    },
    deployment('kube-system', 'calico-kube-controllers', { cpu: '10m', memory: '64Mi', spec: addon }),
    ...argocdPods.map(argocd),
  ];
}

/** Argo CD as infra/inventory/argocd-patches.ts patches it: on the control plane if there is room, else on a worker. */
function argocd({ kind, name, resources }: ArgocdPod): Workload {
  const preference = { matchExpressions: [{ key: controlPlaneKey, operator: 'Exists' as const }] };
  const spec: RawPodSpec = {
    tolerations: [{ key: controlPlaneKey, operator: 'Exists', effect: 'NoSchedule' }],
    affinity: {
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference }] },
    },
    containers: [{ resources: { requests: { ...resources.requests } } }],
  };
  return { ...deployment('argocd', name, resources.requests), kind, spec };
}

/** kubeadm prefers two nodes for its two DNS pods. */
function coreDns(): RawPodSpec {
  return {
    ...addon,
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              topologyKey: 'kubernetes.io/hostname',
              labelSelector: { matchLabels: coreDnsLabels },
            },
          },
        ],
      },
    },
  };
}

/** All of them use their machine's network. */
function daemon(name: string, { spec, ...props }: Props): Workload {
  return {
    ...workload('kube-system', name, { ...props, spec: { ...spec, hostNetwork: true } }),
    kind: 'DaemonSet',
    isDaemon: true,
  };
}

function deployment(namespace: string, name: string, props: Props): Workload {
  return { ...workload(namespace, name, props), kind: 'Deployment', maxUnavailable: 1 };
}

function workload(namespace: string, name: string, { cpu, memory, replicas = 1, spec }: Props): Workload {
  return {
    kind: 'Deployment',
    namespace,
    name,
    podLabels: { 'app.kubernetes.io/name': name },
    spec: { ...spec, containers: [{ resources: { requests: { cpu, memory } } }] },
    replicas,
    surge: 0,
    maxUnavailable: 0,
    isDaemon: false,
    isJob: false,
    claims: [],
  };
}
