import { texts } from '../artifacts/value';
import { rule } from '../rule';
import { applications } from './applications';

export const syncOptionsAgree = rule({
  code: 'sync-options-agree',
  rule: 'Server-side apply is neither mixed with Force or Replace nor set on an Application whose objects have waves: the waves would be ignored.',
  fix: 'Set ServerSideApply=true on the single objects that need it.',
  incidents: ['E21'],
  *run(artifacts) {
    for (const { object, objects } of artifacts.derive(applications)) {
      const options = texts(object.value, 'spec', 'syncPolicy', 'syncOptions');
      const place = object.at('spec', 'syncPolicy', 'syncOptions');
      if (!options.includes('ServerSideApply=true')) continue;
      const conflicting = options.find((option) => /^(Force|Replace)=true$/.test(option));
      if (conflicting !== undefined) yield { place, problem: `has ServerSideApply=true and ${conflicting}` };
      if (objects.some((one) => one.annotations['argocd.argoproj.io/sync-wave'] !== undefined))
        yield { place, problem: 'has ServerSideApply=true over objects with waves' };
    }
    for (const object of artifacts.objects.all) {
      const options = object.annotations['argocd.argoproj.io/sync-options'] ?? '';
      if (object.kind === 'CustomResourceDefinition' && /Replace=true|Force=true/.test(options))
        yield {
          place: object.at('metadata', 'annotations', 'argocd.argoproj.io/sync-options'),
          problem: `is ${options}, which deletes every object of the kind`,
        };
    }
  },
});
