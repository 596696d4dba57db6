import { at, list, text } from '../artifacts/value';
import { idOf, provided } from '../knowledge/provided';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import type { Pointer } from '../artifacts/value';
import { rule } from '../rule';

/** Every place of an object that names the Service of a webhook. */
function* clients(object: ObjectArtifact): Generator<Pointer> {
  for (const index of list(object.value, 'webhooks').keys())
    yield ['webhooks', index, 'clientConfig', 'service'];
  yield ['spec', 'conversion', 'webhook', 'clientConfig', 'service'];
}

export const webhooksHaveAService = rule({
  code: 'webhooks-have-a-service',
  rule: 'The Service behind every webhook exists: without it the API server refuses the objects that it guards.',
  fix: 'Name the Service as the release of the chart names it.',
  incidents: ['D01', 'E19'],
  *run(artifacts) {
    const { services } = artifacts.derive(provided);
    for (const object of artifacts.objects.ofKind(
      'MutatingWebhookConfiguration',
      'ValidatingWebhookConfiguration',
      'CustomResourceDefinition',
    ))
      for (const pointer of clients(object)) {
        const service = at(object.value, ...pointer);
        const name = text(service, 'name');
        if (name !== undefined && !services.has(idOf(text(service, 'namespace'), name)))
          yield {
            place: object.at(...pointer),
            problem: `names ${text(service, 'namespace') ?? ''}/${name}, which does not exist`,
          };
      }
  },
});
