import { valid } from 'semver';
import { helmReleases, rabbitmqOperator } from '../../../charts/helm/releases';
import { ownedObjects, resolvedClusters } from '../../support/manifests';

describe('the table of charts', () => {
  test.each(Object.entries(helmReleases))(
    'pins %s exactly, with the day it was looked up',
    (name, release) => {
      expect(release.name).toBe(name);
      expect(valid(release.version)).toBe(release.version);
      expect(valid(release.appVersion)).not.toBeNull();
      expect(release.repository).toMatch(/^https:\/\/[^/]+(\/[\w.-]+)*$/);
      expect(Number.isNaN(Date.parse(release.checked))).toBe(false);
    },
  );

  test('pins the operator that has no chart by a tag, and its image by the same version', () => {
    expect(rabbitmqOperator.revision).toMatch(/^v\d+\.\d+\.\d+$/);
    expect(rabbitmqOperator.image.endsWith(`:${rabbitmqOperator.revision.slice(1)}`)).toBe(true);
  });
});

interface Source {
  repoURL: string;
  chart?: string;
  targetRevision: string;
  helm?: { releaseName: string; valuesObject: Record<string, unknown> };
  kustomize?: { images: string[]; patches: { patch: string }[] };
}

describe.each(resolvedClusters)('the charts of %s', (_name, cluster) => {
  const sources = ownedObjects(cluster).flatMap(({ object }) => {
    if (object.kind !== 'Application') return [];
    const { source, sources: several } = object['spec'] as { source?: Source; sources?: Source[] };
    return several ?? (source ? [source] : []);
  });

  test('are all installed once, at the version of the table', () => {
    const installed = sources.flatMap(({ chart, targetRevision }) =>
      chart === undefined ? [] : [`${chart} ${targetRevision}`],
    );
    expect(installed.sort()).toEqual(
      Object.values(helmReleases)
        .map(({ chart, version }) => `${chart} ${version}`)
        .sort(),
    );
  });

  test('lose no value on the way', () => {
    for (const { helm } of sources)
      if (helm) expect(JSON.stringify(helm.valuesObject)).not.toContain('undefined');
  });

  test('find the VPC by its name, never by an id', () => {
    const controller = sources.find(({ chart }) => chart === 'aws-load-balancer-controller');
    expect(controller?.helm?.valuesObject).toMatchObject({
      clusterName: cluster.name,
      region: cluster.region,
      vpcTags: { Name: cluster.names.cluster },
    });
    expect(controller?.helm?.valuesObject).not.toHaveProperty('vpcId');
  });

  test('keep DNS ownership records apart from CNAMEs, and leave Terraform its names', () => {
    const dns = sources.find(({ chart }) => chart === 'external-dns')?.helm?.valuesObject;
    expect(dns).toMatchObject({
      registry: 'txt',
      txtPrefix: '_externaldns-',
      txtOwnerId: cluster.name,
      domainFilters: [cluster.edge.domain],
      excludeDomains: [cluster.edge.hosts.images],
    });
  });

  test('keep metrics as long as the definition says, on a part of the volume', () => {
    const stack = sources.find(({ chart }) => chart === 'kube-prometheus-stack')?.helm?.valuesObject;
    const { retentionDays, volumeGiB } = cluster.monitoring;
    expect(stack).toMatchObject({
      prometheus: { prometheusSpec: { retention: `${String(retentionDays)}d` } },
    });
    const size = (stack as { prometheus: { prometheusSpec: { retentionSize: string } } }).prometheus
      .prometheusSpec.retentionSize;
    expect(parseInt(size, 10)).toBeLessThan(volumeGiB);
  });

  test('take the operator that Kustomize builds at its pinned image, without its namespace', () => {
    const operator = sources.find(({ kustomize }) => kustomize);
    expect(operator?.kustomize?.images).toEqual([
      `${rabbitmqOperator.imageInRepository}=${rabbitmqOperator.image}`,
    ]);
    const patches = (operator?.kustomize?.patches ?? []).map(
      ({ patch }) => JSON.parse(patch) as { kind: string },
    );
    expect(patches.map(({ kind }) => kind)).toEqual(['Namespace', 'Deployment']);
  });
});
