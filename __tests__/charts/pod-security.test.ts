import {
  objectName,
  ownedObjects,
  podSpecs,
  resolvedClusters,
  type ContainerSpec,
} from '../support/manifests';

describe.each(resolvedClusters)('every pod that we write for %s', (_name, cluster) => {
  const objects = ownedObjects(cluster);
  const pods = podSpecs(objects).map(({ owner, pod }) => ({
    name: objectName(owner.object),
    kind: owner.object.kind,
    owner,
    pod,
  }));
  const containers = pods.flatMap(({ name, pod }) =>
    [...pod.containers, ...(pod.initContainers ?? [])].map((container) => ({
      name: `${name} ${container.name}`,
      container,
      pod,
    })),
  );
  const offenders = (broken: (container: ContainerSpec) => boolean) =>
    containers.filter(({ container }) => broken(container)).map(({ name }) => name);
  const capabilities = ({ securityContext }: ContainerSpec) =>
    securityContext?.['capabilities'] as { drop?: string[]; add?: string[] } | undefined;

  test('is there', () => {
    expect(pods.length).toBeGreaterThan(Object.keys(cluster.domains).length);
  });

  test('satisfies Pod Security restricted', () => {
    expect(
      offenders(({ securityContext }) => securityContext?.['allowPrivilegeEscalation'] !== false),
    ).toEqual([]);
    expect(offenders((container) => !capabilities(container)?.drop?.includes('ALL'))).toEqual([]);
    expect(offenders((container) => Boolean(capabilities(container)?.add?.length))).toEqual([]);
    expect(offenders(({ securityContext }) => securityContext?.['privileged'] === true)).toEqual([]);
    const open = pods.filter(({ pod }) => {
      const { runAsNonRoot, runAsUser, seccompProfile } = (pod.securityContext ?? {}) as Record<
        string,
        unknown
      >;
      return (
        runAsNonRoot !== true ||
        runAsUser === 0 ||
        (seccompProfile as { type?: string } | undefined)?.type !== 'RuntimeDefault'
      );
    });
    expect(open.map(({ name }) => name)).toEqual([]);
    const host = pods.filter(
      ({ pod }) => pod.hostNetwork ?? pod.volumes?.some((volume) => 'hostPath' in volume),
    );
    expect(host.map(({ name }) => name)).toEqual([]);
  });

  test('cannot write its own root file system', () => {
    expect(offenders(({ securityContext }) => securityContext?.['readOnlyRootFilesystem'] !== true)).toEqual(
      [],
    );
  });

  test('asks for CPU and memory, and has a memory limit', () => {
    expect(
      offenders(({ resources }) => !resources?.requests?.['cpu'] || !resources.requests['memory']),
    ).toEqual([]);
    expect(offenders(({ resources }) => !resources?.limits?.['memory'])).toEqual([]);
  });

  test('pulls an exact image', () => {
    expect(
      offenders(({ image }) => !/^[\w.-]+\.[\w.-]+\/.+(:v?\d[\w.-]*|@sha256:[0-9a-f]{64})$/.test(image)),
    ).toEqual([]);
  });

  test('runs under a service account of its own that exists, without a token unless it calls the API server', () => {
    const accounts = new Set(
      objects
        .filter(({ object }) => object.kind === 'ServiceAccount')
        .map(({ object }) => `${object.metadata.namespace ?? ''}/${object.metadata.name}`),
    );
    const lost = pods.filter(
      ({ owner, pod }) =>
        !accounts.has(`${owner.object.metadata.namespace ?? ''}/${pod.serviceAccountName ?? 'default'}`),
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
    const withToken = pods
      .filter(({ pod }) => pod.automountServiceAccountToken !== false)
      .map(({ name }) => name);
    expect(withToken.filter((name) => !/argocd\/|atlantis/.test(name))).toEqual([]);
  });

  test('is kept apart from its replicas where there is a choice, and may be moved one at a time', () => {
    const several = pods.filter(
      ({ owner }) => ((owner.object['spec'] as { replicas?: number }).replicas ?? 1) > 1,
    );
    expect(several.filter(({ pod }) => !pod.affinity?.['podAntiAffinity']).map(({ name }) => name)).toEqual(
      [],
    );
    const budgets = objects.filter(({ object }) => object.kind === 'PodDisruptionBudget');
    expect(budgets).toHaveLength(several.length);
    for (const { object } of budgets)
      expect(object['spec']).toMatchObject({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
  });

  test('tolerates a taint only together with a required node affinity', () => {
    const loose = pods.filter(({ pod }) => {
      const affinity = pod.affinity?.['nodeAffinity'] as Record<string, unknown> | undefined;
      return pod.tolerations?.length && !affinity?.['requiredDuringSchedulingIgnoredDuringExecution'];
    });
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
});
