import type { Resources } from '../../definition/quantity';
import { groupBy } from '../../group-by';
import { parseBytes, parseCpu } from '../../quantity/parse';
import { apiApp, toolsApp, workerApp } from '../../resolve/app-names';
import { byName } from '../../resolve/by-name';
import { definitionRule, type Violation } from '../definition-rule';

const largestReplicas = 100;

export const everythingHasANode = definitionRule({
  code: 'everything-has-a-node',
  rule: 'Each domain, worker, data service and monitoring has a node that serves it, or some role is shared.',
  incidents: ['B03', 'C01', 'C02'],
  *check({ nodes, roles, domains, workers }) {
    const all = Object.values(nodes);
    if (all.some((node) => roles[node.role]?.shared)) return;
    const wanted: [string, string, string][] = [
      ...Object.keys(domains).map((name): [string, string, string] => [`domains.${name}`, 'api', name]),
      ...Object.keys(workers).map((name): [string, string, string] => [`workers.${name}`, 'worker', name]),
      ...['postgresql', 'redis', 'rabbitmq'].map((name): [string, string, string] => [
        `data.${name}`,
        'infrastructure',
        name,
      ]),
      ['monitoring', 'infrastructure', 'monitoring'],
    ];
    for (const [path, role, name] of wanted)
      if (!all.some((node) => node.role === role && node.role !== 'control-plane' && node.serves === name))
        yield {
          path,
          problem: 'has no node',
          fix: `Add a node with role: '${role}', serves: '${name}', or give a role shared: true.`,
        };
  },
});

/** `/api/v1` and `/api` for `/api/v1`; a path lies below itself. */
const pathsAbove = (path: string): string[] => {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
};

export const pathsAreDisjoint = definitionRule({
  code: 'paths-are-disjoint',
  rule: 'A domain path begins with /, has no wildcard and no trailing slash, and none lies below another: the load balancer matches by prefix.',
  incidents: ['D16'],
  *check({ domains }) {
    const all = byName(domains);
    for (const [name, { path }] of all)
      if (!/^(\/[a-z0-9._-]+)+$/.test(path))
        yield { path: `domains.${name}.path`, problem: `is "${path}"`, fix: `Write it as /api/v1/${name}.` };
    const owners = groupBy(all, ([, { path }]) => path);
    for (const [name, { path }] of all)
      for (const above of pathsAbove(path))
        for (const [owner] of owners.get(above) ?? []) {
          // Two domains of the same path meet twice.
          if (owner === name || (above === path && owner > name)) continue;
          const [a = '', b = ''] = [owner, name].sort();
          yield {
            path: `domains.${b}.path`,
            problem: `is ${domains[b]?.path ?? ''}, which takes requests of domains.${a} (${domains[a]?.path ?? ''})`,
            fix: 'Give each domain a path of its own.',
          };
        }
  },
});

export const ingressOrdersAreUnique = definitionRule({
  code: 'ingress-orders-are-unique',
  rule: 'Each domain has an ingressOrder of its own, from 1 to 1000.',
  incidents: ['D20'],
  *check({ domains }) {
    const seen = new Map<number, string>();
    for (const [name, { ingressOrder }] of byName(domains)) {
      const path = `domains.${name}.ingressOrder`;
      const other = seen.get(ingressOrder);
      if (other !== undefined)
        yield {
          path,
          problem: `is ${String(ingressOrder)}, as in domains.${other}`,
          fix: 'Choose a free number.',
        };
      seen.set(ingressOrder, name);
      if (!(ingressOrder >= 1 && ingressOrder <= 1000))
        yield { path, problem: `is ${String(ingressOrder)}`, fix: 'Choose 1 to 1000.' };
    }
  },
});

export const replicasAreSane = definitionRule({
  code: 'replicas-are-sane',
  rule: `A workload has 1 to ${String(largestReplicas)} replicas, and a worker runs at least one task at a time.`,
  *check({ domains, workers }) {
    for (const [field, map] of [
      ['domains', domains],
      ['workers', workers],
    ] as const)
      for (const [name, { replicas }] of byName<{ readonly replicas?: number }>(map))
        if (
          replicas !== undefined &&
          !(Number.isInteger(replicas) && replicas >= 1 && replicas <= largestReplicas)
        )
          yield {
            path: `${field}.${name}.replicas`,
            problem: `is ${String(replicas)}`,
            fix: `Choose 1 to ${String(largestReplicas)}.`,
          };
    for (const [name, worker] of byName(workers)) {
      if (!(worker.concurrency >= 1 && worker.concurrency <= 1000))
        yield {
          path: `workers.${name}.concurrency`,
          problem: `is ${String(worker.concurrency)}`,
          fix: 'Choose 1 to 1000.',
        };
      if (
        worker.flushIntervalSeconds !== undefined &&
        !(worker.flushIntervalSeconds >= 1 && worker.flushIntervalSeconds <= 3600)
      )
        yield {
          path: `workers.${name}.flushIntervalSeconds`,
          problem: `is ${String(worker.flushIntervalSeconds)}`,
          fix: 'Choose 1 to 3600.',
        };
    }
  },
});

export const queuesAreUnique = definitionRule({
  code: 'queues-are-unique',
  rule: 'Each worker consumes a queue of its own, named q.<name>.',
  *check({ workers }) {
    const seen = new Map<string, string>();
    for (const [name, { queue }] of byName(workers)) {
      const other = seen.get(queue);
      const path = `workers.${name}.queue`;
      if (other !== undefined)
        yield { path, problem: `is ${queue}, as in workers.${other}`, fix: 'Name another queue.' };
      if (!/^q\.[a-z0-9.-]+$/.test(queue))
        yield { path, problem: `is "${queue}"`, fix: `Write it as q.${name}.` };
      seen.set(queue, name);
    }
  },
});

export const secretsAreVariables = definitionRule({
  code: 'secrets-are-variables',
  rule: 'A secret is the name of an environment variable, once in its list: letters, digits and _ in upper case.',
  incidents: ['G15', 'G23'],
  *check({ domains, workers }) {
    const lists = [
      ...byName(domains).map(([name, { secrets = [] }]) => [`domains.${name}.secrets`, secrets] as const),
      ...byName(workers).map(([name, { secrets = [] }]) => [`workers.${name}.secrets`, secrets] as const),
    ];
    for (const [path, secrets] of lists)
      for (const [index, secret] of secrets.entries()) {
        if (!/^[A-Z][A-Z0-9_]*$/.test(secret))
          yield {
            path: `${path}.${String(index)}`,
            problem: `is "${secret}"`,
            fix: 'Write it as JWT_SECRET_KEY.',
          };
        if (secrets.indexOf(secret) !== index)
          yield { path: `${path}.${String(index)}`, problem: `is ${secret} again`, fix: 'Remove the line.' };
      }
  },
});

export const imagesArePinned = definitionRule({
  code: 'images-are-pinned',
  rule: 'Every application has an image in gitops.images with a version tag or a sha256 digest, never a moving tag.',
  incidents: ['G03', 'G29'],
  *check({ domains, workers, gitops }) {
    const apps = [
      ...Object.keys(domains).map(apiApp),
      ...Object.keys(workers).map(workerApp),
      toolsApp,
    ].sort();
    for (const app of apps)
      if (gitops.images[app] === undefined)
        yield {
          path: `gitops.images.${app}`,
          problem: 'is missing',
          fix: `Add '${app}': 'v1.0.0' with its first tag.`,
        };
    for (const [app, version] of byName(gitops.images)) {
      const path = `gitops.images.${app}`;
      if (!apps.includes(app))
        yield {
          path,
          problem: 'belongs to no domain or worker',
          fix: 'Remove the line, or declare what it belongs to.',
        };
      const isDigest = /^sha256:[0-9a-f]{64}$/.test(version);
      const isTag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(version);
      if (!isDigest && (!isTag || /^(latest|stable|main|master|dev|edge|nightly)$|-latest$/.test(version)))
        yield {
          path,
          problem: `is "${version}"`,
          fix: 'Give a version such as v1.2.3 or a sha256:… digest.',
        };
    }
  },
});

export const requestsStayBelowLimits = definitionRule({
  code: 'requests-stay-below-limits',
  rule: 'CPU and memory are Kubernetes quantities above zero, and no request is above its limit.',
  *check({ domains, workers, data, defaults }) {
    yield* checkResources('defaults.apiResources', defaults.apiResources);
    for (const [name, { resources }] of byName(domains))
      if (resources) yield* checkResources(`domains.${name}.resources`, resources);
    for (const [name, { resources }] of byName(workers))
      yield* checkResources(`workers.${name}.resources`, resources);
    for (const [name, { resources }] of byName({ ...data }))
      yield* checkResources(`data.${name}.resources`, resources);
  },
});

function* checkResources(path: string, { requests, limits }: Resources): Iterable<Violation> {
  const pairs = [
    ['cpu', parseCpu, requests.cpu, limits.cpu],
    ['memory', parseBytes, requests.memory, limits.memory],
  ] as const;
  for (const [kind, parse, request, limit] of pairs) {
    const asked = parse(request);
    const most = limit === undefined ? Infinity : parse(limit);
    if (asked === undefined || asked <= 0)
      yield {
        path: `${path}.requests.${kind}`,
        problem: `is "${request}"`,
        fix: kind === 'cpu' ? 'Write it as 250m.' : 'Write it as 256Mi.',
      };
    if (most === undefined || most <= 0)
      yield {
        path: `${path}.limits.${kind}`,
        problem: `is "${limit ?? ''}"`,
        fix: kind === 'cpu' ? 'Write it as 500m.' : 'Write it as 512Mi.',
      };
    if (asked !== undefined && most !== undefined && asked > most)
      yield {
        path: `${path}.requests.${kind}`,
        problem: `is ${request}, above the limit ${limit ?? ''}`,
        fix: 'Raise the limit or lower the request.',
      };
  }
}
