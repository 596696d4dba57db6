import type { ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import type { Cluster } from '../../model/cluster';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { section } from '../format';
import { markup, type Html } from '../markup';

const annotation = 'argocd.argoproj.io';
const root = 'root-app';
/** In the order in which Argo CD runs them. */
const phases = ['PreSync', 'Sync', 'PostSync', 'SyncFail'];

/** When each Application syncs: the waves in their order, with the hooks that run before and after. */
export function waves(placement: ClusterPlacement): Html {
  const { cluster, objects } = placement;
  const byWave = new Map<number, KubernetesObject[]>();
  for (const object of objects.filter(
    ({ kind, metadata }) => kind === 'Application' && metadata.name !== root,
  )) {
    const wave = Number(object.metadata.annotations?.[`${annotation}/sync-wave`] ?? 0);
    byWave.set(wave, [...(byWave.get(wave) ?? []), object]);
  }
  const steps = [...byWave]
    .sort(([a], [b]) => a - b)
    .map(
      ([wave, apps]) =>
        markup`<li>
          <h3>Wave ${wave} <span class="quiet">${stageOf(cluster, wave)}</span></h3>
          <ul>
            ${apps
              .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
              .map((app) => application(placement, app.metadata.name))}
          </ul>
        </li> `,
    );
  const hooks = hooksOf(placement, root);
  return section(
    'waves',
    'Waves',
    markup`<p><strong>${root}</strong> syncs these, and goes on to the next wave when everything in a wave is healthy.</p>`,
    hooks.length ? markup`<p>Hooks of ${root}: ${hooks.join(', ')}.</p>` : '',
    markup`<ol class="timeline">
      ${steps}
    </ol>`,
  );
}

const stageOf = ({ waves: all }: Cluster, wave: number): string =>
  Object.entries(all)
    .filter(([, number]) => number === wave)
    .map(([stage]) => stage)
    .join(', ');

function application(placement: ClusterPlacement, name: string): Html {
  const own = placement.workloads.filter(({ workload }) => workload.application === name && !workload.isJob);
  const pods = own.reduce((sum, { steady }) => sum + steady.length, 0);
  const hooks = hooksOf(placement, name);
  return markup`<li>
    <strong>${name}</strong>
    <span class="quiet">${pods} ${pods === 1 ? 'pod' : 'pods'}${hooks.length ? `; ${hooks.join(', ')}` : ''}</span>
  </li>`;
}

/** `PreSync declare-queues`: Jobs of an Application that Argo CD runs around a sync. */
function hooksOf({ workloads, objects }: ClusterPlacement, name: string): string[] {
  return workloads
    .filter(({ workload }) => workload.application === name && workload.isJob)
    .flatMap(({ workload }) =>
      objects
        .filter(
          ({ kind, metadata }) =>
            kind === workload.kind &&
            metadata.name === workload.name &&
            (metadata.namespace ?? 'default') === workload.namespace,
        )
        .flatMap(({ metadata }) => {
          const phase = metadata.annotations?.[`${annotation}/hook`];
          return phase === undefined ? [] : [`${phase} ${metadata.name}`];
        }),
    )
    .sort(
      (a, b) =>
        phases.findIndex((phase) => a.startsWith(phase)) - phases.findIndex((phase) => b.startsWith(phase)) ||
        (a < b ? -1 : 1),
    );
}
