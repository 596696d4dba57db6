import { placed } from '../../../support/placement';

const mib = 2 ** 20;
const limits = {
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'defaults', namespace: 'auth' },
  spec: {
    limits: [
      { type: 'Container', defaultRequest: { cpu: '20m', memory: '48Mi' }, default: { memory: '128Mi' } },
    ],
  },
};
const pod = (resources: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace: 'auth' },
  spec: { containers: [{ resources }] },
});
const asked = (...objects: object[]) => {
  const own = placed(objects).workloads.find(({ workload }) => workload.kind === 'Pod');
  return own && [own.template.requests.memoryBytes / mib, own.template.limits.memoryBytes / mib];
};

describe('a LimitRange', () => {
  it.each([
    ['gives a container that asks for nothing its defaults', {}, [48, 128]],
    ['leaves what a container asks for', { requests: { memory: '64Mi' } }, [64, 128]],
    ['takes a limit of the container for its request', { limits: { memory: '96Mi' } }, [96, 96]],
  ])('%s', (_title, resources, memory) => {
    expect(asked(limits, pod(resources))).toEqual(memory);
  });

  it('gives nothing to other namespaces', () => {
    const elsewhere = { ...limits, metadata: { name: 'defaults', namespace: 'my' } };
    expect(asked(elsewhere, pod({}))).toEqual([0, 0]);
  });
});
