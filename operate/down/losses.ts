import type { Cluster } from '../../model/cluster';
import type { Finding } from '../../model/finding';

/** Data that ends with a cluster, by the name under which an operator gives it up. */
export interface Losses {
  /** On volumes of the machines: always lost. */
  readonly volumes: readonly string[];
  /** In the stack `edge`, which stays unless all of it is given up. */
  readonly edge: readonly string[];
}

export function losses({ data, workers, edge }: Cluster): Losses {
  return {
    volumes: [
      ...Object.keys(data),
      ...Object.keys(workers).map((name) => `worker-${name}`),
      'monitoring',
    ].sort(),
    edge: [data.postgresql.backup.bucket, edge.images.bucket, edge.domain].sort(),
  };
}

/** What speaks against taking the cluster down while only `named` is given up. */
export function lossFindings(cluster: Cluster, named: readonly string[]): Finding[] {
  const { volumes, edge } = losses(cluster);
  const unknown = named.filter((name) => ![...volumes, ...edge].includes(name));
  const missing = volumes.filter((name) => !named.includes(name));
  const givenUp = edge.filter((name) => named.includes(name));
  const kept = edge.filter((name) => !named.includes(name));
  return [
    ...unknown.map((name) =>
      finding(
        `is "${name}", which holds no data`,
        'Data is given up by its name.',
        `Name some of ${[...volumes, ...edge].join(', ')}.`,
      ),
    ),
    ...(missing.length
      ? [
          finding(
            `does not name ${missing.join(', ')}`,
            'What a machine keeps on its volumes is lost with the cluster, so each is given up by name.',
            `Back up what you need, then add: --lose ${missing.join(' ')}`,
          ),
        ]
      : []),
    ...(givenUp.length && kept.length
      ? [
          finding(
            `names ${givenUp.join(', ')} and not ${kept.join(', ')}`,
            'The stack edge goes as a whole: backups, images and the zone with its names.',
            `Name all of ${edge.join(' ')} to destroy it, or none to keep it.`,
          ),
        ]
      : []),
  ];
}

/** Whether backups, images and zone go as well. */
export function losesEdge(cluster: Cluster, named: readonly string[]): boolean {
  return losses(cluster).edge.every((name) => named.includes(name));
}

function finding(problem: string, rule: string, fix: string): Finding {
  return { code: 'lost-data-is-named', severity: 'error', path: '--lose', problem, rule, fix };
}
