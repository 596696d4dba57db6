import type { ClusterDiff, DistDiff, OtherChange } from '../diff-dist';
import type { FieldChange } from '../field-change';
import type { ObjectChange } from '../kubernetes/diff-application';
import type { TerraformAction } from '../terraform/consequence';
import type { ResourceChange } from '../terraform/diff-stack';
import { factsSections, factsSummary } from './facts-words';
import { fieldWords } from './field-words';
import { caution, danger, plain, section, type Item, type Section } from './item';

export interface Outline {
  readonly headline: string;
  /** One line for each cluster that differs. */
  readonly summaries: readonly string[];
  readonly sections: readonly Section[];
}

const verbs: Readonly<Record<TerraformAction, string>> = {
  create: 'create',
  destroy: 'DESTROY',
  forget: 'forget',
  move: 'move',
  rename: 'DESTROY AND CREATE under another name',
  'in-place': 'update in place',
  replace: 'REPLACE',
  'may-replace': 'update, may replace',
};

/** The diff as people read it, before it becomes Markdown or text. */
export function outline(diff: DistDiff): Outline {
  const many = diff.clusters.length > 1;
  return {
    headline: diff.risk === 'none' && !diff.shared.length ? 'No change' : `Risk: ${diff.risk}`,
    summaries: diff.clusters.map(summary),
    sections: [
      ...section(
        'Could not be read',
        diff.unreadable.map(({ side, path, problem }) => danger(`${path} (${side}): ${problem}`)),
      ),
      ...diff.clusters.flatMap((cluster) => clusterSections(cluster, many ? `${cluster.name}: ` : '')),
      ...section('Shared files', diff.shared.map(otherItem)),
    ],
  };
}

function clusterSections(cluster: ClusterDiff, prefix: string): Section[] {
  const { stacks, applications, others, facts, order } = cluster;
  return [
    ...stacks.flatMap(({ stack, resources, settings }) =>
      section(`${prefix}Terraform, ${stack}`, [...resources.map(resourceItem), ...settings.map(settingItem)]),
    ),
    ...applications.flatMap(({ application, objects }) =>
      section(`${prefix}Argo CD, ${application}`, objects.map(objectItem)),
    ),
    ...section(`${prefix}Inventory and others`, others.map(otherItem)),
    ...factsSections(facts, prefix),
    ...section(
      `${prefix}Order of events`,
      order.map(({ by, at, names }) =>
        plain(`${by === 'atlantis' ? 'Atlantis group' : 'Argo CD wave'} ${String(at)}: ${names.join(', ')}`),
      ),
    ),
  ];
}

function resourceItem({ address, from, action, changes, because, means, losesData }: ResourceChange): Item {
  const level =
    losesData || ['destroy', 'replace', 'rename'].includes(action)
      ? 'danger'
      : action === 'may-replace' || means
        ? 'caution'
        : 'plain';
  return {
    level: action === 'create' || action === 'move' ? 'plain' : level,
    text: `${verbs[action]} ${address}${from ? ` (was ${from})` : ''}${means ? `: ${means}` : ''}`,
    details: [...changes.map(fieldWords), ...(because.length ? [`because of ${because.join(', ')}`] : [])],
  };
}

const settingItem = (change: FieldChange): Item => plain(`settings: ${fieldWords(change)}`);

/** Fields of the inventory that only a playbook brings to the machines, and which one. */
const playbooks: readonly (readonly [RegExp, string])[] = [
  [
    /\.(kubernetes_release|containerd_release)\./,
    'ansible/upgrade.yml brings it to the machines, one after the other',
  ],
  [/\.calico_release\./, 'ansible/site.yml brings it to the cluster'],
  [/\.kube(let|adm)_/, 'ansible/site.yml brings it to the machines'],
];

function otherItem({ path, changes }: OtherChange): Item {
  const paths = changes.map((change) => `.${change.path.join('.')}.`);
  const [, playbook] = playbooks.find(([pattern]) => paths.some((each) => pattern.test(each))) ?? [];
  const details = changes.map(fieldWords);
  return playbook && path.startsWith('ansible/')
    ? caution(`${path}: ${playbook}`, details)
    : plain(path, details);
}

function objectItem(change: ObjectChange): Item {
  const { kind, namespace, name, renamedFrom, action, changes, refused, restart, loses, pruneGuard } = change;
  const object = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  const notes = [
    ...(renamedFrom === undefined ? [] : [`a rename: ${renamedFrom} is pruned, ${name} is made`]),
    ...(refused.length
      ? [`the API server refuses to change ${refused.join(', ')}: the sync fails until the object is deleted`]
      : []),
    ...(loses === undefined ? [] : [`pruned with it: ${loses}${guardWords(pruneGuard)}`]),
    ...(restart ? [`${String(restart.pods)} pod${restart.pods === 1 ? '' : 's'} restart`] : []),
  ];
  return {
    level:
      refused.length || loses !== undefined ? 'danger' : restart || action === 'remove' ? 'caution' : 'plain',
    text: [`${action} ${object}`, ...notes].join('; '),
    details: changes.map(fieldWords),
  };
}

function guardWords(guard: ObjectChange['pruneGuard']): string {
  if (guard === 'confirm') return ' (Argo CD asks first)';
  return guard === 'never' ? ' (Argo CD leaves it)' : '';
}

function summary({ name, status, stacks, applications, facts }: ClusterDiff): string {
  const resources = stacks.flatMap((stack) => stack.resources);
  const objects = applications.flatMap((application) => application.objects);
  const restarts = objects.reduce((sum, { restart }) => sum + (restart?.pods ?? 0), 0);
  const count = (list: readonly { action: string }[], ...actions: string[]) =>
    String(list.filter(({ action }) => actions.includes(action)).length);
  return [
    `${name}${status === 'changed' ? '' : ` (${status})`}`,
    `resources +${count(resources, 'create')} ~${count(resources, 'in-place', 'may-replace', 'move')} ±${count(resources, 'replace', 'rename')} −${count(resources, 'destroy')}`,
    `objects +${count(objects, 'add')} ~${count(objects, 'change')} −${count(objects, 'remove')}`,
    `${String(restarts)} pods restart`,
    ...factsSummary(facts),
  ].join(' · ');
}
