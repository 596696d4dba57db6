import type { KubernetesObject } from '../../../model/kubernetes-object';
import { asCompared, changedByServer, isSameState } from '../../../rehearsal/desired/differences';

describe('changedByServer', () => {
  test('says nothing about what the server adds', () => {
    const sent = { metadata: { name: 'a' }, spec: { ports: [{ port: 80 }] } };
    const kept = {
      metadata: { name: 'a', uid: '1' },
      spec: { ports: [{ port: 80, protocol: 'TCP' }] },
      status: {},
    };
    expect(changedByServer(sent, kept)).toEqual([]);
  });

  test.each([
    ['a value', { spec: { replicas: 2 } }, { spec: { replicas: 1 } }, 'spec.replicas: 2 became 1'],
    ['a field that is gone', { spec: { a: 'b' } }, { spec: {} }, 'spec.a: "b" became nothing'],
    ['a shorter list', { spec: [1, 2] }, { spec: [1] }, 'spec: [1,2] became [1]'],
    ['an item of a list', { spec: [{ a: 1 }] }, { spec: [{ a: 2 }] }, 'spec[0].a: 1 became 2'],
  ])('names %s', (_case, sent, kept, change) => {
    expect(changedByServer(sent, kept)).toEqual([change]);
  });

  test.each([
    [{ limits: { memory: '1024Mi' } }, { limits: { memory: '1Gi' } }, 0],
    [{ limits: { memory: '1024Mi' } }, { limits: { memory: '1G' } }, 1],
    [{ requests: { cpu: '1000m' } }, { requests: { cpu: '1' } }, 0],
    [{ hard: { 'requests.cpu': '0.5' } }, { hard: { 'requests.cpu': '500m' } }, 0],
    [{ name: '1024Mi' }, { name: '1Gi' }, 1],
  ])('compares the quantities of %j and %j by their amounts', (sent, kept, differences) => {
    expect(changedByServer(sent, kept)).toHaveLength(differences);
  });
});

describe('isSameState', () => {
  const live = (extra: object, metadata: object = {}): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', ...metadata },
    ...extra,
  });

  test('does not look at the status and the bookkeeping', () => {
    const before = live({ status: { phase: 'a' } }, { resourceVersion: '1', managedFields: [] });
    expect(isSameState(before, live({ status: {} }, { resourceVersion: '2' }))).toBe(true);
  });

  test('sees a change of content, labels and generation', () => {
    const changes = [
      live({ data: { a: 'c' } }),
      live({ data: { a: 'b' } }, { labels: {} }),
      live({ data: { a: 'b' } }, { generation: 2 }),
    ];
    expect(changes.map((after) => isSameState(live({ data: { a: 'b' } }), after))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

test('the plain text of a Secret is compared in the form that the server keeps', () => {
  const secret = (rest: object): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a' },
    ...rest,
  });
  expect(asCompared(secret({ stringData: { type: 'git' }, data: { a: 'Yg==' } }))).toEqual(
    secret({ data: { a: 'Yg==', type: 'Z2l0' } }),
  );
});
