import type { Inventory } from '../artifacts/inventory';
import { rule } from '../rule';
import { plays, rolesOf, tasks } from './plays';

/** Hosts of a pattern such as `{{ node | default('k8s_cluster') }}:!masters`; undefined where a name is unknown. */
export function hostsOf(pattern: string, inventory: Inventory): ReadonlySet<string> | undefined {
  const filled = pattern.replace(/\{\{.*?default\(\s*'([^']*)'[^}]*\}\}/g, '$1');
  if (filled.includes('{{')) return undefined;
  let found = new Set<string>();
  for (const part of filled
    .replace(/\[[^\]]*\]/g, '')
    .split(/[:,]/)
    .map((one) => one.trim())) {
    const name = part.replace(/^[!&]/, '');
    const members = inventory.members(name);
    if (!members) {
      if (name === 'localhost') continue;
      return undefined;
    }
    if (part.startsWith('!')) found = new Set([...found].filter((host) => !members.has(host)));
    else if (part.startsWith('&')) found = new Set([...found].filter((host) => members.has(host)));
    else for (const host of members) found.add(host);
  }
  return found;
}

export const everyNodeJoins = rule({
  code: 'every-node-joins',
  rule: 'The play that joins nodes covers every host but the control plane.',
  fix: 'Write hosts: k8s_cluster:!masters.',
  incidents: ['B03'],
  *run(artifacts) {
    const { inventory } = artifacts;
    const wanted = inventory.hosts.filter(({ isControlPlane }) => !isControlPlane).map(({ name }) => name);
    if (!wanted.length) return;
    const joinFiles = new Set(
      artifacts
        .derive(tasks)
        .filter(({ file }) => file.text.includes('kubeadm join'))
        .map(({ file }) => file.source.file),
    );
    const joins = artifacts
      .derive(plays)
      .filter(
        (play) =>
          rolesOf(play).includes('join') ||
          (joinFiles.has(play.file.source.file) && play.file.text.includes('kubeadm join')),
      );
    const first =
      joins.find(({ hosts }) =>
        [...(hostsOf(hosts, inventory) ?? [])].some((name) => wanted.includes(name)),
      ) ?? joins[0];
    if (!first) return;
    const covered = new Set(joins.flatMap(({ hosts }) => [...(hostsOf(hosts, inventory) ?? [])]));
    const missing = wanted.filter((name) => !covered.has(name));
    if (missing.length)
      yield {
        place: first.subject.at(...first.pointer, 'hosts'),
        problem: `is ${first.hosts}, without ${missing.join(', ')}`,
      };
  },
});

export const hostPatternsMatch = rule({
  code: 'host-patterns-match',
  rule: 'Every play runs on groups or hosts that the inventory has.',
  fix: 'Name a group of the synthesized inventory.',
  incidents: ['A31', 'G28'],
  *run(artifacts) {
    if (!artifacts.inventory.hosts.length) return;
    // Groups that a play makes while it runs are named in the file that makes them.
    const making = artifacts
      .ofRole('ansible')
      .map(({ text: content }) => content)
      .filter((content) => /\b(add_host|group_by):/.test(content))
      .join('\n');
    for (const play of artifacts.derive(plays)) {
      const filled = play.hosts.replace(/\{\{.*?default\(\s*'([^']*)'[^}]*\}\}/g, '$1');
      const isKnown = filled.split(/[:,]/).every((part) => {
        const name = part.replace(/^[!&]/, '').replace(/\[.*$/, '').trim();
        const isMade = /^\w+$/.test(name) && new RegExp(`\\bgroups?:.*\\b${name}\\b`).test(making);
        return /^[\d\]]*$/.test(name) || isMade || hostsOf(name, artifacts.inventory) !== undefined;
      });
      if (!filled.includes('{{') && !isKnown)
        yield {
          place: play.subject.at(...play.pointer, 'hosts'),
          problem: `is ${play.hosts}, which the inventory does not have`,
        };
    }
  },
});
