import type { ClusterDefinition } from '../../definition/cluster-definition';
import { domainNamespace } from '../../resolve/app-names';
import { byName } from '../../resolve/by-name';
import { expand } from '../../resolve/nodes';
import { definitionRule, type Violation } from '../definition-rule';
import { nearest } from '../nearest';

/** A DNS-1123 label, as Kubernetes takes it for names of nodes and namespaces. */
const dnsLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const dnsRule = 'lower-case letters, digits and inner hyphens, at most 63 characters';

export const clusterNameIsShort = definitionRule({
  code: 'cluster-name-is-short',
  rule: 'A cluster name has 2 to 24 lower-case letters, digits and inner hyphens and begins with a letter: AWS names carry it as a prefix.',
  *check({ name }) {
    if (!/^[a-z][a-z0-9-]{0,22}[a-z0-9]$/.test(name))
      yield { path: 'name', problem: `is "${name}"`, fix: 'Choose a short name such as eco2.' };
  },
});

export const namesAreDnsLabels = definitionRule({
  code: 'names-are-dns-labels',
  rule: `Nodes, domains and workers are named by a DNS label: ${dnsRule}.`,
  incidents: ['E06'],
  *check(definition) {
    const machines = byName(definition.nodes).flatMap(([key, node]) =>
      expandable(node.count)
        ? expand(key, node).map(({ name }) => [`nodes.${key}`, name])
        : [[`nodes.${key}`, key]],
    );
    const others = (['domains', 'workers'] as const).flatMap((field) =>
      Object.keys(definition[field]).map((name) => [`${field}.${name}`, name]),
    );
    for (const [path = '', name = ''] of [...machines, ...others])
      if (!dnsLabel.test(name))
        yield { path, problem: `is named "${name}"`, fix: 'Rename it, e.g. k8s-api-auth.' };
  },
});

export const nodeNamesAreUnique = definitionRule({
  code: 'node-names-are-unique',
  rule: 'Each machine has a name of its own; a group names its machines <name>-1, <name>-2 and so on.',
  *check({ nodes }) {
    const seen = new Map<string, string>();
    for (const [key, node] of byName(nodes))
      for (const { name } of expandable(node.count) ? expand(key, node) : []) {
        const other = seen.get(name);
        if (other !== undefined)
          yield {
            path: `nodes.${key}`,
            problem: `names ${name}, as nodes.${other} does`,
            fix: 'Rename one of the two.',
          };
        seen.set(name, key);
      }
  },
});

export const zonesAreLetters = definitionRule({
  code: 'zones-are-letters',
  rule: 'A zone is written as its letter; the region comes before it.',
  *check({ network, region }) {
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
      yield { path: 'region', problem: `is "${region}"`, fix: 'Give an AWS region such as ap-northeast-2.' };
    for (const letter of Object.keys(network.zones))
      if (!/^[a-z]$/.test(letter))
        yield {
          path: `network.zones.${letter}`,
          problem: `is named "${letter}"`,
          fix: `Write a for ${region}a.`,
        };
    if (!Object.keys(network.zones).length)
      yield {
        path: 'network.zones',
        problem: 'has no zone',
        fix: 'Declare at least one zone with its subnet.',
      };
  },
});

export const referencesExist = definitionRule({
  code: 'references-exist',
  rule: 'A zone, domain or worker that is named is declared.',
  *check(definition) {
    const { nodes, workers, domains, network } = definition;
    for (const [key, node] of byName(nodes)) {
      yield* missing(`nodes.${key}.zone`, node.zone, Object.keys(network.zones), 'network.zones');
      if (node.role === 'api')
        yield* missing(`nodes.${key}.serves`, node.serves, Object.keys(domains), 'domains');
      if (node.role === 'worker')
        yield* missing(`nodes.${key}.serves`, node.serves, Object.keys(workers), 'workers');
    }
    for (const [key, worker] of byName(workers))
      yield* missing(`workers.${key}.domain`, worker.domain, Object.keys(domains), 'domains');
  },
});

export const namespacesAreFree = definitionRule({
  code: 'namespaces-are-free',
  rule: `Every domain has a namespace of its own, named by a DNS label, and none takes a system or platform namespace.`,
  incidents: ['E14'],
  *check(definition) {
    const taken = new Map<string, string>(
      platformNamespaces(definition).map((name) => [name, 'the platform']),
    );
    for (const domain of Object.keys(definition.domains).sort()) {
      const namespace = domainNamespace(definition.domainNamespace, domain);
      const path = `domains.${domain}`;
      const owner = taken.get(namespace);
      if (!dnsLabel.test(namespace))
        yield {
          path,
          problem: `has the namespace "${namespace}"`,
          fix: 'Correct domainNamespace or the name.',
        };
      else if (owner)
        yield {
          path,
          problem: `has the namespace ${namespace}, which belongs to ${owner}`,
          fix: 'Put {domain} into domainNamespace, or rename the domain.',
        };
      taken.set(namespace, path);
    }
  },
});

function platformNamespaces({ data, monitoring }: ClusterDefinition): string[] {
  const own = [
    data.postgresql.namespace,
    data.redis.namespace,
    data.rabbitmq.namespace,
    monitoring.namespace,
  ];
  return [
    ...own,
    'default',
    'kube-system',
    'kube-public',
    'kube-node-lease',
    'argocd',
    'atlantis',
    'workers',
  ];
}

function* missing(path: string, name: string, known: readonly string[], where: string): Iterable<Violation> {
  if (known.includes(name)) return;
  const guess = nearest(name, known);
  yield {
    path,
    problem: `is "${name}", which ${where} does not have`,
    fix: guess
      ? `Did you mean ${guess}?`
      : `Declare it in ${where}, or name one of: ${known.join(', ') || 'none'}.`,
  };
}

/** Whether a group is small enough to be listed; its size has a rule of its own. */
const expandable = (count: number | undefined) => count === undefined || (count > 0 && count <= 1000);
