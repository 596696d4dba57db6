import { rule } from '../rule';
import { applications, owners } from './applications';

const health = 'resource.customizations.health.argoproj.io_Application';

export const wavesHaveHealth = rule({
  code: 'waves-have-health',
  rule: 'Waves between Applications need the health script of Application in argocd-cm: without it Argo CD waits for none of them.',
  fix: `Add ${health} to the ConfigMap argocd-cm.`,
  incidents: ['E29'],
  *run(artifacts) {
    const parents = artifacts.derive(owners);
    const waves = new Set(
      artifacts
        .derive(applications)
        .filter(({ object }) => parents.has(object))
        .map(({ wave }) => wave),
    );
    const settings = artifacts.objects.ofKind('ConfigMap').find(({ name }) => name === 'argocd-cm');
    const data = settings?.value['data'];
    const hasScript =
      typeof data === 'object' && data !== null && (health in data || 'resource.customizations' in data);
    const [root] = artifacts.derive(applications);
    if (waves.size > 1 && root && !hasScript)
      yield settings
        ? { place: settings.at('data', health), problem: 'is missing' }
        : { place: root.object.at(), problem: 'is one of several in waves, and nothing writes argocd-cm' };
  },
});
