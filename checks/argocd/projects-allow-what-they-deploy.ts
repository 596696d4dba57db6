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
    for (const application of artifacts.derive(applications)) {
      const name = text(application.object.value, 'spec', 'project');
      const project = artifacts.objects.ofKind('AppProject').find((one) => one.name === name);
      if (!project) continue;
      for (const object of application.objects) {
        if (!allowsKind(project, object))
          yield {
            place: object.at('kind'),
            problem: `is ${object.kind}, which the project ${project.name} does not allow`,
          };
        const namespace = object.namespace ?? application.namespace ?? '';
        if (!clusterWide.has(object.kind) && !allowsNamespace(project, namespace))
          yield {
            place: object.at('metadata', 'namespace'),
            problem: `is ${namespace}, which the project ${project.name} does not allow`,
          };
      }
    }
  },
});

const fits = (pattern: string | undefined, value: string) => pattern === '*' || pattern === value;
const kindFits = (entry: unknown, { group, kind }: ObjectArtifact) =>
  fits(text(entry, 'group') ?? '', group) && fits(text(entry, 'kind'), kind);

function allowsKind({ value }: ObjectArtifact, object: ObjectArtifact): boolean {
  if (clusterWide.has(object.kind))
    return list(value, 'spec', 'clusterResourceWhitelist').some((entry) => kindFits(entry, object));
  const allowed = list(value, 'spec', 'namespaceResourceWhitelist');
  const denied = list(value, 'spec', 'namespaceResourceBlacklist');
  return (
    (!allowed.length || allowed.some((entry) => kindFits(entry, object))) &&
    !denied.some((entry) => kindFits(entry, object))
  );
}

function allowsNamespace({ value }: ObjectArtifact, namespace: string): boolean {
  return list(value, 'spec', 'destinations').some(
    (entry) =>
      fits(text(entry, 'namespace') ?? '*', namespace) || (text(entry, 'namespace') ?? '').includes('*'),
  );
}
