import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { section, table } from '../format';
import { markup, type Html } from '../markup';

/** API domains with their paths, and the workers behind them. */
export function domains({ domains: apis, workers, edge }: Cluster): Html {
  const common = ({
    replicas,
    image,
    placement,
  }: Cluster['domains'][string] | Cluster['workers'][string]) => [
    markup`<code>${image.reference}</code>`,
    replicas,
    placement.nodes.join(', '),
  ];
  return section(
    'domains',
    'Domains',
    table(
      'API domains',
      ['domain', 'path', 'image', 'replicas', 'nodes', 'uses', 'secrets', 'stage'],
      byName(apis).map(([name, domain]) => [
        name,
        markup`<code>${edge.hosts.api}${domain.path}</code>`,
        ...common(domain),
        domain.uses.join(', '),
        domain.secrets.join(', '),
        domain.stage,
      ]),
    ),
    table(
      'Workers',
      ['worker', 'domain', 'image', 'replicas', 'nodes', 'uses', 'secrets'],
      byName(workers).map(([name, worker]) => [
        name,
        worker.domain,
        ...common(worker),
        worker.uses.join(', '),
        worker.secrets.join(', '),
      ]),
    ),
  );
}
