import type { KubernetesObject } from '../../model/kubernetes-object';
import type { MutableObject, Mutation } from './mutation';

const isApi = ({ kind, spec }: KubernetesObject): boolean =>
  kind === 'Deployment' &&
  Boolean((spec as MutableObject).template.spec.affinity?.nodeAffinity) &&
  Boolean((spec as MutableObject).template.spec.tolerations?.length);

const podSpec = (object: MutableObject): MutableObject => object.spec.template.spec;

/** Mistakes of the incident list that only a control plane can answer for. */
export const mutations: readonly Mutation[] = [
  {
    incident: 'C01',
    mistake: 'the node selector names a label that no node carries',
    outcome: 'pending',
    says: () => "didn't match Pod's node affinity/selector",
    appliesTo: isApi,
    make: (object) => {
      podSpec(object).nodeSelector = { 'sesacthon.io/infrastructure': 'true' };
    },
  },
  {
    incident: 'C03',
    mistake: 'the toleration of its own node is missing',
    outcome: 'pending',
    says: (healthy) => {
      const [own] = podSpec(healthy).tolerations;
      return `untolerated taint {${own.key}: ${own.value}}`;
    },
    appliesTo: isApi,
    make: (object) => {
      podSpec(object).tolerations = [];
    },
  },
  {
    incident: 'C04',
    mistake: 'it requests more memory than its node has',
    outcome: 'pods refused',
    says: () => 'exceeded quota',
    appliesTo: isApi,
    make: (object) => {
      const [container] = podSpec(object).containers;
      container.resources.requests.memory = '24Gi';
      container.resources.limits.memory = '24Gi';
    },
  },
  {
    incident: 'C07',
    mistake: 'anti-affinity is required on a domain with fewer nodes than replicas',
    outcome: 'pending',
    says: () => "didn't match pod anti-affinity rules",
    appliesTo: isApi,
    make: (object) => {
      object.spec.replicas = 3;
      podSpec(object).affinity.podAntiAffinity = {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'kubernetes.io/hostname', labelSelector: object.spec.selector },
        ],
      };
    },
  },
  {
    incident: 'E27',
    mistake: 'an Application carries spec.syncWave',
    outcome: 'refused',
    says: () => '.spec.syncWave: field not declared in schema',
    appliesTo: ({ kind }) => kind === 'Application',
    make: (object) => {
      object.spec.syncWave = 5;
    },
  },
  {
    incident: 'D10',
    mistake: 'an Ingress names the namespace of its backend Service',
    outcome: 'refused',
    says: () => '.spec.rules[0].http.paths[0].backend.service.namespace: field not declared in schema',
    appliesTo: ({ kind }) => kind === 'Ingress',
    make: (object) => {
      object.spec.rules[0].http.paths[0].backend.service.namespace = 'default';
    },
  },
  {
    incident: 'E28',
    mistake: 'a label has a value that no label may have',
    outcome: 'refused',
    says: () => 'metadata.labels: Invalid value',
    appliesTo: isApi,
    make: (object) => {
      object.metadata.labels['app.kubernetes.io/name'] = 'auth api!';
    },
  },
  {
    mistake: 'a container runs as root in a restricted namespace',
    outcome: 'pods refused',
    says: () => 'violates PodSecurity',
    appliesTo: isApi,
    make: (object) => {
      podSpec(object).securityContext = { runAsUser: 0 };
      podSpec(object).containers[0].securityContext = { privileged: true };
    },
  },
];
