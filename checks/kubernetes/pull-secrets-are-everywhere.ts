import { fields, list, text } from '../artifacts/value';
import type { Artifacts } from '../artifacts/artifacts';
import type { Pod } from '../artifacts/pods';
import { rule } from '../rule';
import { parseImage } from './image-name';

const hasPullSecret = (pod: Pod, { objects }: Artifacts) => {
  const account = objects.get(
    'ServiceAccount',
    pod.namespace,
    text(pod.spec, 'serviceAccountName') ?? 'default',
  );
  return (
    list(pod.spec, 'imagePullSecrets').length > 0 ||
    list(fields(account?.value), 'imagePullSecrets').length > 0
  );
};

export const pullSecretsAreEverywhere = rule({
  code: 'pull-secrets-are-everywhere',
  rule: 'When one pod needs a pull secret for an organisation of a registry, so does every other pod of it.',
  fix: 'Give the pod the same imagePullSecrets, and its namespace the Secret.',
  incidents: ['G01', 'G22'],
  *run(artifacts) {
    const byOwner = new Map<string, Pod[]>();
    for (const pod of artifacts.pods)
      for (const container of pod.containers) {
        const { registry, repository } = parseImage(text(container.value, 'image') ?? '');
        const owner = `${registry}/${repository.split('/')[0] ?? ''}`;
        if (registry === 'ghcr.io') byOwner.set(owner, [...(byOwner.get(owner) ?? []), pod]);
      }
    for (const [owner, pods] of byOwner) {
      if (!pods.some((pod) => hasPullSecret(pod, artifacts))) continue;
      for (const pod of pods)
        if (!hasPullSecret(pod, artifacts))
          yield {
            place: pod.at('imagePullSecrets'),
            problem: `is missing, while other pods pull from ${owner} with one`,
          };
    }
  },
});
