import { stages } from '../../model/stages';
import { ownedObjects, resolvedClusters } from '../support/manifests';

interface Spec {
  project: string;
  source?: { path?: string; targetRevision: string; directory?: { exclude?: string } };
  sources?: { path?: string; targetRevision: string }[];
  syncPolicy: { automated: object; retry: object; syncOptions: string[] };
}

const waveOf = (annotations: Readonly<Record<string, string>> | undefined) =>
  Number(annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

describe.each(resolvedClusters)('Applications of %s', (_name, cluster) => {
  const objects = ownedObjects(cluster);
  const applications = objects
    .map(({ object }) => object)
    .filter(({ kind }) => kind === 'Application')
    .map(({ metadata, spec }) => ({ metadata, spec: spec as Spec }));
  const application = (name: string) => {
    const found = applications.find(({ metadata }) => metadata.name === name);
    if (!found) throw new Error(`no Application ${name}`);
    return found;
  };
  const sourcesOf = ({ source, sources }: Spec) => sources ?? (source ? [source] : []);

  test('are the root, nine of the platform and one for each domain', () => {
    expect(applications.map(({ metadata }) => metadata.name).sort()).toEqual(
      [
        'root-app',
        'namespaces',
        'infrastructure',
        'platform',
        'alb-controller',
        'monitoring',
        'data-operators',
        'data-clusters',
        'gitops-tools',
        'workers',
        ...Object.keys(cluster.domains).map((name) => `api-${name}`),
      ].sort(),
    );
  });

  test('come after projects and settings, in the order of their stages', () => {
    const argocd = objects.filter(({ owner }) => owner === 'argocd').map(({ object }) => object);
    const lowest = Math.min(...Object.values(stages));
    for (const { kind, metadata } of argocd)
      if (kind !== 'Application') expect(waveOf(metadata.annotations)).toBeLessThan(lowest);
    for (const [name, { stage }] of Object.entries(cluster.domains))
      expect(waveOf(application(`api-${name}`).metadata.annotations)).toBe(stages[stage]);
    const ordered = applications.filter(({ metadata }) => metadata.name in stages);
    expect(ordered).toHaveLength(9);
    for (const { metadata } of ordered)
      expect(waveOf(metadata.annotations)).toBe(stages[metadata.name as keyof typeof stages]);
  });

  test('are synced, pruned and healed by themselves, and retried', () => {
    for (const { metadata, spec } of applications) {
      expect({ name: metadata.name, ...spec.syncPolicy }).toMatchObject({
        automated: { prune: true, selfHeal: true, allowEmpty: false },
        retry: { limit: 5, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
        syncOptions: expect.arrayContaining([
          'CreateNamespace=false',
          'FailOnSharedResource=true',
        ]) as string[],
      });
      expect(metadata.annotations).toHaveProperty(['argocd.argoproj.io/manifest-generate-paths']);
    }
  });

  test('follow the full name of the branch, and a version everywhere else', () => {
    for (const { spec } of applications)
      for (const { path, targetRevision } of sourcesOf(spec))
        expect(targetRevision).toMatch(path?.startsWith('dist/') ? /^refs\/heads\// : /^v?\d+\.\d+\.\d+$/);
  });

  test('apply on the server only where nothing inside has a wave of its own', () => {
    const serverSide = applications.filter(({ spec }) =>
      spec.syncPolicy.syncOptions.includes('ServerSideApply=true'),
    );
    expect(serverSide.map(({ metadata }) => metadata.name).sort()).toEqual(['data-operators', 'monitoring']);
    for (const { metadata } of serverSide) {
      const waved = objects.filter(
        ({ owner, object }) => owner === metadata.name && waveOf(object.metadata.annotations) !== 0,
      );
      expect(waved.map(({ object }) => object.metadata.name)).toEqual([]);
    }
  });

  test('do not contain the root', () => {
    expect(application('root-app').spec.source?.directory?.exclude).toBe('application-root-app.yaml');
  });

  test('leave the project that allows everything with nothing', () => {
    const project = objects.find(
      ({ object }) => object.kind === 'AppProject' && object.metadata.name === 'default',
    );
    expect(project?.object['spec']).toMatchObject({ sourceRepos: [], destinations: [] });
  });

  test('know the health of their children before the first of them', () => {
    const settings = objects.find(({ object }) => object.metadata.name === 'argocd-cm')?.object;
    expect(settings?.['data']).toHaveProperty(['resource.customizations.health.argoproj.io_Application']);
  });
});
