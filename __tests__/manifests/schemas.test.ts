import type { KubernetesObject } from '../../model/kubernetes-object';
import { defaultsInLists } from '../support/list-defaults';
import { objectName, ownedObjects, resolvedClusters } from '../support/manifests';
import { schemaErrors } from '../support/schemas';

describe.each(resolvedClusters)('every object of %s', (_name, cluster) => {
  test('is valid for Kubernetes 1.28 and the definitions of its operators, unknown fields included', () => {
    const errors = ownedObjects(cluster).flatMap(({ object }) =>
      schemaErrors(object).map((error) => `${objectName(object)}: ${error}`),
    );
    expect(errors).toEqual([]);
  });

  test('states each default inside a list, where Argo CD would see a difference for ever', () => {
    const filled = ownedObjects(cluster).flatMap(({ object }) =>
      defaultsInLists(object).map((field) => `${objectName(object)}: ${field}`),
    );
    expect(filled).toEqual([]);
  });

  test('is small enough for client-side apply', () => {
    const large = ownedObjects(cluster).filter(({ object }) => JSON.stringify(object).length > 256 * 1024);
    expect(large.map(({ object }) => objectName(object))).toEqual([]);
  });

  test('holds no null, which YAML writers use for a value that was lost', () => {
    const lost = ownedObjects(cluster).filter(({ object }) => JSON.stringify(object).includes('null,'));
    expect(lost.map(({ object }) => objectName(object))).toEqual([]);
  });

  test('belongs to one Application', () => {
    const owners = new Map<string, string[]>();
    for (const { owner, object } of ownedObjects(cluster)) {
      const id = `${object.apiVersion} ${objectName(object)}`;
      owners.set(id, [...(owners.get(id) ?? []), owner]);
    }
    expect([...owners].filter(([, list]) => list.length > 1)).toEqual([]);
  });
});

describe('the schemas', () => {
  const broken = (change: (object: Record<string, Record<string, unknown>>) => void): string[] => {
    const [, cluster] = resolvedClusters[0] ?? [];
    const found = cluster && ownedObjects(cluster).find(({ object }) => object.kind === 'Deployment');
    if (!found) throw new Error('no Deployment');
    const copy = structuredClone(found.object) as unknown as Record<string, Record<string, unknown>>;
    change(copy);
    return schemaErrors(copy as unknown as KubernetesObject);
  };

  test.each([
    [
      'an unknown field',
      (o: Record<string, Record<string, unknown>>) => void Object.assign(o['spec'] ?? {}, { replica: 2 }),
    ],
    [
      'a wrong type',
      (o: Record<string, Record<string, unknown>>) =>
        void Object.assign(o['spec'] ?? {}, { replicas: 'two' }),
    ],
    ['a missing field', (o: Record<string, Record<string, unknown>>) => void delete o['spec']?.['selector']],
  ])('find %s', (_what, change) => {
    expect(broken(change)).not.toEqual([]);
  });
});
