import { volumeFor } from '../../../rehearsal/nodes/volumes';

test('a volume belongs to its claim and can be attached in one zone only', () => {
  const volume = volumeFor(
    {
      metadata: { name: 'data-redis-0', namespace: 'databases', uid: 'abc' },
      spec: {
        storageClassName: 'gp3',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
      },
    },
    'ap-northeast-2b',
  );
  expect(volume).toMatchObject({
    metadata: { name: 'pvc-abc' },
    spec: {
      capacity: { storage: '10Gi' },
      storageClassName: 'gp3',
      claimRef: { namespace: 'databases', name: 'data-redis-0', uid: 'abc' },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: 'topology.ebs.csi.aws.com/zone', operator: 'In', values: ['ap-northeast-2b'] },
              ],
            },
          ],
        },
      },
    },
  });
});
