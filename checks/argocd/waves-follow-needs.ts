import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { text } from '../artifacts/value';
import { helmReleases } from '../knowledge/helm-releases';
import { rule } from '../rule';
import { applications, owners, waveOf, type Application } from './applications';

/** Position in a sync: the wave of the Application, then the wave inside it. */
interface Position {
  readonly application: ObjectArtifact | undefined;
  readonly outer: number;
  readonly inner: number;
}

const isAfter = (a: Position, b: Position) =>
  a.application === b.application ? a.inner > b.inner : a.outer > b.outer;

/** What has to be there before an object can be applied, as the kind of thing and where it comes from. */
interface Need {
  readonly what: string;
  readonly from: Position;
}

export const wavesFollowNeeds = rule({
  code: 'waves-follow-needs',
  rule: 'An object syncs after what it needs: its namespace, its definition, the store of its secret, the controller that admits it.',
  fix: 'Move it to a later stage, or what it needs to an earlier one; see model/stages.ts.',
  incidents: ['B22', 'D29', 'E20', 'E25', 'E26'],
  *run(artifacts) {
    const byObject = artifacts.derive(owners);
    const position = (object: ObjectArtifact): Position | undefined => {
      const application = byObject.get(object);
      return (
        application && { application: application.object, outer: application.wave, inner: waveOf(object) }
      );
    };
    const groups = definedBy(artifacts, position);
    for (const object of artifacts.objects.all) {
      const own = position(object);
      if (!own) continue;
      for (const { what, from } of needs(object, artifacts, groups, position))
        if (isAfter(from, own))
          yield {
            place: object.at('metadata', 'annotations', 'argocd.argoproj.io/sync-wave'),
            problem: `puts it before ${what} (wave ${String(from.outer)}/${String(from.inner)} after ${String(own.outer)}/${String(own.inner)})`,
          };
    }
  },
});

/** Where each API group is defined: by a definition of the tree or by a chart. */
function definedBy(artifacts: Artifacts, position: (object: ObjectArtifact) => Position | undefined) {
  const found = new Map<string, Position>();
  const byApplication = new Map<ObjectArtifact, Application>(
    artifacts.derive(applications).map((one) => [one.object, one]),
  );
  for (const { known, application } of artifacts.derive(helmReleases))
    for (const group of known.groups ?? [])
      found.set(group, { application, outer: byApplication.get(application)?.wave ?? 0, inner: 0 });
  for (const object of artifacts.objects.ofKind('CustomResourceDefinition')) {
    const at = position(object);
    if (at) found.set(text(object.value, 'spec', 'group') ?? '', at);
  }
  return found;
}

function* needs(
  object: ObjectArtifact,
  { objects }: Artifacts,
  groups: ReadonlyMap<string, Position>,
  position: (object: ObjectArtifact) => Position | undefined,
): Generator<Need> {
  const namespace =
    object.namespace === undefined ? undefined : objects.get('Namespace', undefined, object.namespace);
  const ofNamespace = namespace && position(namespace);
  if (ofNamespace) yield { what: `its namespace ${namespace.name}`, from: ofNamespace };
  const definition = groups.get(object.group);
  if (definition && object.kind !== 'CustomResourceDefinition')
    yield { what: `the definition of ${object.kind}`, from: definition };
  if (object.kind === 'Ingress' || object.kind === 'Service') {
    const controller = groups.get('elbv2.k8s.aws');
    if (
      controller &&
      (object.kind === 'Ingress' || text(object.value, 'spec', 'type') !== 'ClusterIP') &&
      text(object.value, 'spec', 'clusterIP') !== 'None'
    )
      yield { what: 'the load balancer controller, whose webhook admits it', from: controller };
  }
  if (object.kind === 'ExternalSecret') {
    const store = objects.get(
      text(object.value, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore',
      undefined,
      text(object.value, 'spec', 'secretStoreRef', 'name') ?? '',
    );
    const ofStore = store && position(store);
    if (ofStore) yield { what: `its store ${store.name}`, from: ofStore };
  }
}
