import type { Cluster } from '../../model/cluster';
import { causeRank } from './causes';
import { drift, type CommittedApplication } from './drift';
import type { Observed, ObservedApplication } from './observed';
import { applicationProblems, isGood, podProblems, stateOf, type Problem } from './problems';

export interface Component {
  readonly component: string;
  readonly state: 'healthy' | 'degraded' | 'down' | 'unknown';
  readonly percent: number | null;
  readonly remark: string;
}

/** The deployment report of a cluster. */
export interface Report {
  readonly cluster: string;
  readonly components: readonly Component[];
  /** By wave, earliest first. */
  readonly applications: readonly { readonly wave: number; readonly name: string; readonly state: string }[];
  readonly problems: readonly Problem[];
  readonly imagesNotPulled: readonly string[];
  readonly drift: readonly string[];
  /** What to do, in this order. */
  readonly actions: readonly {
    readonly action: string;
    readonly cause: string;
    readonly incidents: readonly string[];
    readonly places: readonly string[];
  }[];
}

export function report(
  cluster: Cluster,
  committed: readonly CommittedApplication[],
  observed: Observed,
): Report {
  const problems = [...podProblems(observed), ...applicationProblems(observed)].sort(
    (a, b) => causeRank(a) - causeRank(b) || a.place.localeCompare(b.place, 'en'),
  );
  const found = new Map(observed.applications.map((application) => [application.metadata.name, application]));
  const applications = committed
    .map(({ metadata }) => {
      const own = found.get(metadata.name);
      return { wave: waveOf({ metadata }), name: metadata.name ?? '', state: own ? stateOf(own) : 'Missing' };
    })
    .sort((a, b) => a.wave - b.wave || a.name.localeCompare(b.name, 'en'));
  const imagesNotPulled = [...new Set(problems.flatMap(({ image }) => image ?? []))].sort();
  const drifted = drift(cluster, committed, observed);
  return {
    cluster: cluster.name,
    components: components(cluster, committed, observed, { problems, imagesNotPulled, drifted }),
    applications,
    problems,
    imagesNotPulled,
    drift: drifted,
    actions: actions(problems),
  };
}

const waveOf = ({ metadata }: Pick<ObservedApplication, 'metadata'>) =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

function components(
  cluster: Cluster,
  committed: readonly CommittedApplication[],
  { nodes, applications, pods, certificates }: Observed,
  {
    problems,
    imagesNotPulled,
    drifted,
  }: { problems: readonly Problem[]; imagesNotPulled: readonly string[]; drifted: readonly string[] },
): Component[] {
  const unready = Object.keys(cluster.nodes).filter(
    (name) =>
      nodes
        .find(({ metadata }) => metadata?.name === name)
        ?.status?.conditions?.find(({ type }) => type === 'Ready')?.status !== 'True',
  );
  const good = new Set(applications.filter(isGood).map(({ metadata }) => metadata.name));
  const bad = committed.map(({ metadata }) => metadata.name ?? '').filter((name) => !good.has(name));
  const broken = problems.filter(({ place }) => place.startsWith('Pod ')).length;
  const late = certificates.filter(({ status, daysLeft }) => status !== 'ISSUED' || (daysLeft ?? 365) < 30);
  return [
    share('nodes', Object.keys(cluster.nodes).length, unready.length, `not ready: ${unready.join(', ')}`),
    share('applications', committed.length, bad.length, `not Synced and Healthy: ${bad.join(', ')}`),
    share('pods', pods.length, broken, `${String(broken)} do not run`),
    {
      ...share(
        'images',
        1,
        imagesNotPulled.length ? 1 : 0,
        `cannot be pulled: ${imagesNotPulled.join(', ')}`,
      ),
      percent: null,
      ...(imagesNotPulled.length ? { state: 'degraded' as const } : {}),
    },
    certificates.length
      ? share(
          'certificates',
          certificates.length,
          late.length,
          late
            .map(
              ({ name, status, daysLeft }) =>
                `${name} ${status}${daysLeft === undefined ? '' : `, ${String(daysLeft)} days left`}`,
            )
            .join('; '),
        )
      : { component: 'certificates', state: 'unknown', percent: null, remark: 'nobody could be asked' },
    {
      component: 'drift',
      state: drifted.length ? 'degraded' : 'healthy',
      percent: null,
      remark: drifted.length ? `${String(drifted.length)} differences from dist` : '',
    },
  ];
}

function share(component: string, all: number, bad: number, remark: string): Component {
  const percent = all ? Math.floor(((all - bad) / all) * 100) : 0;
  return {
    component,
    state: all === 0 || bad === all ? 'down' : bad ? 'degraded' : 'healthy',
    percent,
    remark: bad ? remark : '',
  };
}

function actions(problems: readonly Problem[]): Report['actions'] {
  const byCode = new Map<string, Problem[]>();
  for (const problem of problems) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  return [...byCode.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { action, cause, incidents } = first;
    return [{ action, cause, incidents, places: group.map(({ place }) => place) }];
  });
}

/** Whether nothing has to be done. */
export function isHealthy({ components }: Report): boolean {
  return components.every(({ state }) => state === 'healthy' || state === 'unknown');
}
