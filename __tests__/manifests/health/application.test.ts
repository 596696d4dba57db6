import { healthScripts } from '../../../manifests/health/health-scripts';
import { ownedObjects, resolvedClusters } from '../../support/manifests';
import { health } from '../../support/health';

const script = healthScripts['argoproj.io_Application'];

const spec = {
  source: {
    repoURL: 'https://github.com/sesacthon/eco2-platform.git',
    targetRevision: 'refs/heads/main',
    path: 'dist/eco2/manifests/api-auth',
    directory: { recurse: true },
  },
  destination: { server: 'https://kubernetes.default.svc', namespace: 'auth' },
};
/** As Argo CD 2.14 records it: its types write `jsonnet` although it is empty. */
const comparedTo = {
  source: { ...spec.source, directory: { recurse: true, jsonnet: {} } },
  destination: spec.destination,
};
const succeeded = { phase: 'Succeeded', message: 'successfully synced (all tasks run)' };
const healthy = {
  health: { status: 'Healthy' },
  operationState: succeeded,
  sync: { status: 'Synced', comparedTo, revision: '5f1c' },
};
const application = (status: unknown, more: object = {}) => ({ spec, status, ...more });

describe('the health of a child Application', () => {
  test('is Healthy when it is in sync and its objects are healthy', () => {
    expect(health(script, application(healthy)).status).toBe('Healthy');
  });

  test.each([
    ['it has no status yet', application(undefined)],
    ['it has not been compared yet', application({ health: { status: 'Healthy' } })],
    ['a sync runs', application({ ...healthy, operationState: { phase: 'Running' } })],
    ['a sync has been asked for', application(healthy, { operation: { sync: {} } })],
    ['it is out of sync', application({ ...healthy, sync: { ...healthy.sync, status: 'OutOfSync' } })],
    ['its state is unknown', application({ ...healthy, sync: { ...healthy.sync, status: 'Unknown' } })],
    ['objects are missing', application({ ...healthy, health: { status: 'Missing' } })],
    ['objects are on their way', application({ ...healthy, health: { status: 'Progressing' } })],
    [
      'the comparison is of an older revision',
      application({
        ...healthy,
        sync: {
          ...healthy.sync,
          comparedTo: { ...comparedTo, source: { ...comparedTo.source, targetRevision: 'refs/heads/old' } },
        },
      }),
    ],
    [
      'the comparison is of an older path',
      application({
        ...healthy,
        sync: {
          ...healthy.sync,
          comparedTo: { ...comparedTo, source: { ...comparedTo.source, path: 'other' } },
        },
      }),
    ],
    [
      'the comparison is of an older destination',
      application({
        ...healthy,
        sync: {
          ...healthy.sync,
          comparedTo: { ...comparedTo, destination: { server: 'x', namespace: 'auth' } },
        },
      }),
    ],
    [
      'the comparison had a field that is gone now',
      application({
        ...healthy,
        sync: {
          ...healthy.sync,
          comparedTo: {
            ...comparedTo,
            source: { ...comparedTo.source, directory: { recurse: true, exclude: 'x' } },
          },
        },
      }),
    ],
  ])('is Progressing while %s', (_case, object) => {
    expect(health(script, object).status).toBe('Progressing');
  });

  test.each([
    ['its objects are', application({ ...healthy, health: { status: 'Degraded', message: 'auth-api' } })],
    ['its last sync failed', application({ ...healthy, operationState: { phase: 'Failed', message: 'no' } })],
    ['its last sync broke', application({ ...healthy, operationState: { phase: 'Error', message: 'no' } })],
  ])('is Degraded when %s', (_case, object) => {
    expect(health(script, object).status).toBe('Degraded');
  });

  test('is Suspended when its objects are', () => {
    expect(health(script, application({ ...healthy, health: { status: 'Suspended' } })).status).toBe(
      'Suspended',
    );
  });

  test.each(resolvedClusters)(
    'becomes Healthy for every child of %s, however it is sourced',
    (_name, cluster) => {
      const children = ownedObjects(cluster)
        .map(({ object }) => object)
        .filter(({ kind }) => kind === 'Application');
      expect(children.length).toBeGreaterThan(10);
      for (const child of children) {
        const { source, sources, destination } = child['spec'] as Record<string, object>;
        // With several sources Argo CD still records an empty first one.
        const compared = sources
          ? { source: { repoURL: '' }, sources, destination }
          : { source, destination };
        const status = { ...healthy, sync: { ...healthy.sync, comparedTo: compared } };
        expect(health(script, { ...child, status })).toEqual({ status: 'Healthy', message: '' });
      }
    },
  );
});
