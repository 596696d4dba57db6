import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { list, text } from '../artifacts/value';
import { rule } from '../rule';
import { applications } from './applications';

const clusterWide = new Set([
  'Namespace',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'StorageClass',
  'PriorityClass',
  'IngressClass',
  'CSIDriver',
  'ClusterSecretStore',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'APIService',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
]);

export const projectsAllowWhatTheyDeploy = rule({
  code: 'projects-allow-what-they-deploy',
  rule: 'The project of an Application allows the kind and the namespace of every object in its path.',
  fix: 'Allow them in the AppProject, or move the object to another Application.',
  incidents: ['B24'],
  *run(artifacts) {
    const projects = new Map(artifacts.objects.ofKind('AppProject').map((one) => [one.name, projectOf(one)]));
    for (const application of artifacts.derive(applications)) {
      const name = text(application.object.value, 'spec', 'project') ?? '';
      const project = projects.get(name);
      if (!project) continue;
      for (const object of application.objects) {
        if (!project.allowsKind(object))
          yield {
            place: object.at('kind'),
            problem: `is ${object.kind}, which the project ${name} does not allow`,
          };
        const namespace = object.namespace ?? application.namespace ?? '';
        if (!clusterWide.has(object.kind) && !project.allowsNamespace(namespace))
          yield {
            place: object.at('metadata', 'namespace'),
            problem: `is ${namespace}, which the project ${name} does not allow`,
          };
      }
    }
  },
});

/** What an AppProject allows, read once for all the objects of its Applications. */
function projectOf({ value }: ObjectArtifact) {
  const clusterKinds = kinds(value, 'clusterResourceWhitelist');
  const allowed = kinds(value, 'namespaceResourceWhitelist');
  const denied = kinds(value, 'namespaceResourceBlacklist');
  const namespaces = new Set(
    list(value, 'spec', 'destinations').map((entry) => text(entry, 'namespace') ?? '*'),
  );
  const hasPattern = [...namespaces].some((namespace) => namespace.includes('*'));
  return {
    allowsKind: (object: ObjectArtifact) =>
      clusterWide.has(object.kind)
        ? holds(clusterKinds, object)
        : (!allowed.length || holds(allowed, object)) && !holds(denied, object),
    allowsNamespace: (namespace: string) => hasPattern || namespaces.has(namespace),
  };
}

const kinds = (value: unknown, field: string) =>
  list(value, 'spec', field).map((entry) => ({
    group: text(entry, 'group') ?? '',
    kind: text(entry, 'kind'),
  }));

const holds = (patterns: ReturnType<typeof kinds>, { group, kind }: ObjectArtifact) =>
  patterns.some((pattern) => fits(pattern.group, group) && fits(pattern.kind, kind));

const fits = (pattern: string | undefined, value: string) => pattern === '*' || pattern === value;
