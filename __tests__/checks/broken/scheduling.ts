import type { BrokenCase } from '../../support/broken-case';
import { authPod } from './objects';

const spec = 'Deployment auth/auth-api: spec.template.spec';

export const brokenScheduling: readonly BrokenCase[] = [
  {
    title: 'a selector with the keys of an older scheme',
    incidents: ['C01', 'C02', 'B28'],
    change: (tree) => {
      authPod(tree).nodeSelector = { 'sesacthon.io/service': 'auth' };
    },
    code: 'pods-select-a-node',
    path: `${spec}.nodeSelector`,
  },
  {
    title: 'a pod without the toleration of its node',
    incidents: ['B12', 'C02', 'C03'],
    change: (tree) => {
      authPod(tree).tolerations = [];
    },
    code: 'selected-nodes-are-tolerated',
    path: `${spec}.tolerations`,
  },
  {
    title: 'a node that was left out of the taints',
    incidents: ['C10'],
    change: (tree) => {
      for (const { path, value } of tree.hosts())
        if (path === 'k8s-api-info')
          value.node_taints = [{ key: 'domain', value: 'inf', effect: 'NoSchedule' }];
    },
    code: 'selected-nodes-are-tolerated',
    path: 'Deployment info/info-api: spec.template.spec.tolerations',
    also: ['tolerations-name-real-taints', 'node-data-agrees'],
  },
  {
    title: 'a toleration without a selector',
    incidents: ['C06'],
    change: (tree) => {
      delete authPod(tree).affinity;
    },
    code: 'tolerations-come-with-a-selector',
    path: `${spec}.tolerations[0]`,
  },
  {
    title: 'a toleration of a taint that no node has',
    incidents: ['C13', 'B28'],
    change: (tree) => {
      authPod(tree).tolerations.push({ key: 'sesacthon.io/infrastructure', operator: 'Exists' });
    },
    code: 'tolerations-name-real-taints',
    path: `${spec}.tolerations[1]`,
  },
  {
    title: 'a selector by hostname',
    incidents: ['C08'],
    change: (tree) => {
      authPod(tree).nodeSelector = { 'kubernetes.io/hostname': 'k8s-api-auth' };
    },
    code: 'pods-select-no-hostname',
    path: `${spec}.nodeSelector["kubernetes.io/hostname"]`,
  },
  {
    title: 'two replicas that must not share their only node',
    incidents: ['C07'],
    change: (tree) => {
      authPod(tree).affinity.podAntiAffinity = {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            topologyKey: 'kubernetes.io/hostname',
            labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'auth-api' } },
          },
        ],
      };
    },
    code: 'spread-pods-have-enough-nodes',
    path: `${spec}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]`,
  },
];
