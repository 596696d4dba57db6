import { rule } from '../rule';
import { applications } from './applications';
import { helmReleases } from '../knowledge/helm-releases';

const cni = /(^|[-/.])(calico|tigera|cilium|flannel|weave)([-/.]|$)/i;
/** Kinds that only configure a network which is already there. */
const isOwner = (group: string) => group === 'operator.tigera.io' || group === 'crd.projectcalico.org';

export const cniBelongsToAnsible = rule({
  code: 'cni-belongs-to-ansible',
  rule: 'The pod network is installed by Ansible alone: Argo CD needs it before it can run.',
  fix: 'Remove it from the Applications; its version is versions.calico of the definition.',
  incidents: ['B07', 'B08', 'B09', 'E25'],
  *run(artifacts) {
    for (const { application, pointer, chart } of artifacts.derive(helmReleases))
      if (cni.test(chart)) yield { place: application.at(...pointer, 'chart'), problem: `is ${chart}` };
    for (const { objects } of artifacts.derive(applications))
      for (const object of objects)
        if (
          isOwner(object.group) ||
          (['DaemonSet', 'Deployment', 'CustomResourceDefinition'].includes(object.kind) &&
            cni.test(object.name))
        )
          yield { place: object.at(), problem: 'installs a pod network' };
  },
});
