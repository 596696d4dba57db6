import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { ports } from '../../model/workloads/ports';
import { healthPath } from '../api/api-config';
import smokeTestScript from '../scripts/smoke-test.sh';
import { hookJob } from './hook-job';
import { lines } from './lines';
import { permissions } from './permissions';

/** Adds the hook that looks at nodes, names, storage and every API after a sync. */
export function smokeTestHook(chart: Chart, cluster: Cluster): void {
  const name = 'smoke-test';
  permissions(chart, {
    name,
    phase: 'PostSync',
    wave: 2,
    everywhere: [
      { apiGroup: '', resource: 'nodes', verbs: ['list'] },
      { apiGroup: 'storage.k8s.io', resource: 'storageclasses', verbs: ['list'] },
      {
        apiGroup: 'apps',
        resource: 'deployments',
        verbs: ['get'],
        names: byName(cluster.domains).map(([, { app }]) => app),
      },
    ],
  });
  hookJob(chart, cluster, {
    name,
    phase: 'PostSync',
    wave: 2,
    script: smokeTestScript,
    data: {
      apis: lines(
        byName(cluster.domains).map(([, { namespace, app }]) => [
          namespace,
          app,
          String(ports.api),
          healthPath,
        ]),
      ),
    },
    env: [{ name: 'EXPECTED_NODES', value: String(cluster.totals.nodes) }],
    deadlineSeconds: 900,
  });
}
