import { applications, owners } from '../argocd/applications';
import { provided } from '../knowledge/provided';
import { rule } from '../rule';
import { kindsOf } from '../knowledge/custom-kinds';

/** Groups that the API server itself serves. */
const ofKubernetes = /^$|^(apps|batch|policy|autoscaling|extensions)$|\.k8s\.io$/;

export const resourcesHaveADefinition = rule({
  code: 'resources-have-a-definition',
  rule: 'The definition of every custom resource is installed by the tree, and knows the kind.',
  fix: 'Install the operator that brings the definition, or correct kind and apiVersion.',
  incidents: ['E20', 'G14'],
  *run(artifacts) {
    if (!artifacts.derive(applications).length) return;
    const { groups } = artifacts.derive(provided);
    const installed = artifacts.derive(owners);
    for (const object of artifacts.objects.all) {
      const isServed = ofKubernetes.test(object.group) && !object.group.endsWith('elbv2.k8s.aws');
      if (isServed) continue;
      if (!groups.has(object.group)) {
        if (installed.size)
          yield {
            place: object.at('apiVersion'),
            problem: `is ${object.apiVersion}, which nothing installs`,
          };
      } else {
        const kinds = artifacts.derive(kindsOf).get(object.group);
        if (kinds && !kinds.has(object.kind))
          yield {
            place: object.at('kind'),
            problem: `is ${object.kind}; ${object.group} has ${[...kinds].sort().join(', ')}`,
          };
      }
    }
  },
});
