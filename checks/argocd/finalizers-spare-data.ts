import { texts } from '../artifacts/value';
import { rule } from '../rule';
import { applications, owners } from './applications';

const keepsData = new Set([
  'StatefulSet',
  'PersistentVolumeClaim',
  'Namespace',
  'Cluster',
  'RabbitmqCluster',
  'Redis',
  'Application',
]);

export const finalizersSpareData = rule({
  code: 'finalizers-spare-data',
  rule: 'No Application whose objects hold data or namespaces has the cascading finalizer: deleting it would delete them.',
  fix: 'Remove resources-finalizer.argocd.argoproj.io.',
  incidents: ['E29'],
  *run(artifacts) {
    const parents = artifacts.derive(owners);
    for (const { object, objects } of artifacts.derive(applications)) {
      const index = texts(object.value, 'metadata', 'finalizers').findIndex((one) =>
        one.startsWith('resources-finalizer.argocd.argoproj.io'),
      );
      const kept = objects.find(({ kind }) => keepsData.has(kind));
      if (index >= 0 && (kept || !parents.has(object)))
        yield {
          place: object.at('metadata', 'finalizers', index),
          problem: `would delete ${kept?.label ?? 'every child'}`,
        };
    }
  },
});
