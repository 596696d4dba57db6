import type { ApiClient } from '../../../rehearsal/api/client';
import { Resync } from '../../../rehearsal/nodes/resync';

const pod = (name: string, version: string, more: { nodeName?: string; phase?: string; deleted?: true }) => ({
  metadata: {
    name,
    namespace: 'scan',
    uid: name,
    resourceVersion: version,
    ...(more.deleted ? { deletionTimestamp: 'now' } : {}),
  },
  spec: more.nodeName === undefined ? {} : { nodeName: more.nodeName },
  status: { phase: more.phase ?? 'Pending' },
});

/** Which pods are offered again in the second of two looks. */
async function offered(first: object, second: object, patch = () => Promise.resolve({})): Promise<string[]> {
  const paths: string[] = [];
  const looks = [first, second];
  const call = (method: string, path: string) => {
    if (method === 'GET') return Promise.resolve({ items: [looks.shift()] });
    paths.push(path);
    return patch();
  };
  const resync = new Resync({ call } as unknown as ApiClient);
  await resync.look();
  expect(paths).toEqual([]);
  await resync.look();
  return paths;
}

const waiting = pod('api', '1', { nodeName: 'one' });

test('a pod that its node has left waiting is offered again', async () => {
  expect(await offered(waiting, waiting)).toEqual(['/api/v1/namespaces/scan/pods/api']);
});

test('a pod that its node has not let go is offered again', async () => {
  const going = pod('api', '1', { nodeName: 'one', phase: 'Running', deleted: true });
  expect(await offered(going, going)).toHaveLength(1);
});

test.each([
  ['changes', waiting, pod('api', '2', { nodeName: 'one' })],
  ['has no node', pod('api', '1', {}), pod('api', '1', {})],
  ['runs', waiting, pod('api', '1', { nodeName: 'one', phase: 'Running' })],
])('a pod that %s is left alone', async (_, first, second) => {
  expect(await offered(first, second)).toEqual([]);
});

test('a pod that is gone by then is no error, and anything else is', async () => {
  const answer = (status: number) => () => Promise.reject(Object.assign(new Error('no'), { status }));
  expect(await offered(waiting, waiting, answer(404))).toHaveLength(1);
  await expect(offered(waiting, waiting, answer(500))).rejects.toThrow('no');
});
