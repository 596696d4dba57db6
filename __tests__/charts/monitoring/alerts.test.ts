import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alerts as alertTable } from '../../../charts/monitoring/alerts';
import { runbookPath } from '../../../charts/monitoring/alert';
import { ownedObjects, resolvedClusters } from '../../support/manifests';

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}

const runbook = readFileSync(join(__dirname, '../../..', runbookPath), 'utf8');
const headings = [...runbook.matchAll(/^## (\w+)$/gm)].map(([, heading = '']) => heading);

/** A name for each thing that must never go unnoticed. */
const required = [
  'NodeDown',
  'PodNotReady',
  'VolumeNearlyFull',
  'CertificateExpires',
  'BackupMissed',
  'ApplicationOutOfSync',
  'EtcdSnapshotMissed',
  'EtcdNearlyFull',
];

describe.each(resolvedClusters)('alerts of %s', (_name, cluster) => {
  const rules = ownedObjects(cluster)
    .filter(({ object }) => object.kind === 'PrometheusRule')
    .flatMap(({ object }) =>
      (object['spec'] as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules),
    );

  test('cover what must not go unnoticed, and each worker', () => {
    const names = rules.map(({ alert }) => alert);
    expect(names).toEqual(expect.arrayContaining(required));
    for (const { app, queue } of Object.values(cluster.workers)) {
      expect(rules).toContainEqual(
        expect.objectContaining({ alert: 'WalNotFlushed', expr: expect.stringContaining(app) as string }),
      );
      expect(rules).toContainEqual(
        expect.objectContaining({ alert: 'QueueGrows', expr: expect.stringContaining(queue) as string }),
      );
    }
  });

  test('lead to a section of the runbook', () => {
    for (const { alert, annotations } of rules) {
      const [, anchor = ''] = annotations.runbook_url.split('#');
      expect(anchor).toBe(alert.toLowerCase());
      expect(headings).toContain(alert);
    }
  });

  test('wait before they fire, say how bad it is, and balance their parentheses', () => {
    for (const { alert, expr, for: hold, labels } of rules) {
      expect({ alert, hold }).toEqual({ alert, hold: expect.stringMatching(/^\d+[mh]$/) });
      expect(['warning', 'critical']).toContain(labels.severity);
      expect({ alert, open: expr.split('(').length }).toEqual({ alert, open: expr.split(')').length });
    }
  });
});

test('the runbook has no section that no alert leads to', () => {
  const alerts = resolvedClusters.flatMap(([, cluster]) => Object.values(alertTable(cluster)).flat());
  expect(headings.filter((heading) => !alerts.some(({ name }) => name === heading))).toEqual([]);
});

describe.each(resolvedClusters)('dashboards of %s', (_name, cluster) => {
  const dashboards = ownedObjects(cluster).filter(
    ({ object }) => object.metadata.labels?.['grafana_dashboard'] !== undefined,
  );

  test('show the cluster, each domain and the queues', () => {
    expect(dashboards.map(({ object }) => object.metadata.name).sort()).toEqual(
      [
        'dashboard-cluster',
        'dashboard-queues',
        ...Object.keys(cluster.domains).map((name) => `dashboard-domain-${name}`),
      ].sort(),
    );
  });

  test('are JSON whose panels do not overlap and each ask something', () => {
    for (const { object } of dashboards)
      for (const text of Object.values(object['data'] as Record<string, string>)) {
        const { panels } = JSON.parse(text) as {
          panels: { gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
        };
        const places = panels.map(({ gridPos: { x, y } }) => `${String(x)},${String(y)}`);
        expect(new Set(places).size).toBe(places.length);
        expect(
          panels.every(({ targets }) => targets.length > 0 && targets.every(({ expr }) => expr !== '')),
        ).toBe(true);
      }
  });
});
