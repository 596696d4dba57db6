import { texts } from '../artifacts/value';
import { rule } from '../rule';
import { owners } from './applications';

/** The last-applied annotation holds the object, and annotations end at 256 KiB. */
const limit = 262_144;

export const largeObjectsAreAppliedServerSide = rule({
  code: 'large-objects-are-applied-server-side',
  rule: 'An object over 256 KiB is applied server-side: client-side apply stores a copy in an annotation.',
  fix: 'Annotate it with argocd.argoproj.io/sync-options: ServerSideApply=true.',
  incidents: ['B09'],
  *run(artifacts) {
    const byObject = artifacts.derive(owners);
    for (const object of artifacts.objects.ofKind('CustomResourceDefinition', 'ConfigMap')) {
      const options = object.annotations['argocd.argoproj.io/sync-options'] ?? '';
      const ofApplication = texts(byObject.get(object)?.object.value, 'spec', 'syncPolicy', 'syncOptions');
      if ([options, ...ofApplication].some((option) => option.includes('ServerSideApply=true'))) continue;
      const size = JSON.stringify(object.value).length;
      if (size > limit) yield { place: object.at(), problem: `has ${String(size)} bytes` };
    }
  },
});
