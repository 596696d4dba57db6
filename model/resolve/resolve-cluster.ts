import type { Cluster, Zone } from '../cluster';
import type { ClusterDefinition } from '../definition/cluster-definition';
import { stages } from '../stages';
import { apiApp, domainNamespace, toolsApp, workerApp, workersNamespace } from './app-names';
import { mapByName } from './by-name';
import { deepFreeze } from './freeze';
import { resolveImage } from './image';
import { resolveNodes } from './nodes';
import { placements } from './placement';
import { resolveTotals } from './totals';

/**
 * Derives everything that follows from a definition. Expects one that `checkDefinition` found healthy and throws
 * otherwise.
 */
export function resolveCluster(definition: ClusterDefinition): Cluster {
  const { name, project, environment, region, quota, versions, controlPlane, terraform, gitops } = definition;
  const zones = mapByName(definition.network.zones, (letter, zone): Zone => ({
    letter,
    name: `${region}${letter}`,
    ...zone,
  }));
  const nodes = resolveNodes(definition, zones);
  const placementOf = placements(definition, nodes);
  return deepFreeze({
    name,
    project,
    environment,
    region,
    quota,
    ...(definition.survives ? { survives: definition.survives } : {}),
    versions,
    controlPlane,
    terraform,
    gitops,
    names: {
      cluster: name,
      clusterTag: `kubernetes.io/cluster/${name}`,
      parameterPath: `/${project}/${name}`,
    },
    identity: definition.identity ?? 'oidc',
    ...(definition.oidcIssuerBucket === undefined ? {} : { oidcIssuerBucket: definition.oidcIssuerBucket }),
    ...(definition.machineImage === undefined ? {} : { machineImage: definition.machineImage }),
    suppressions: definition.suppressions ?? [],
    network: {
      vpcCidr: definition.network.vpcCidr,
      podCidr: definition.network.podCidr,
      serviceCidr: definition.network.serviceCidr,
      egress: definition.network.egress ?? 'internet-gateway',
      adminCidrs: definition.network.adminCidrs ?? [],
      flowLogs: definition.network.flowLogs ?? false,
      zones,
    },
    nodes,
    domains: mapByName(definition.domains, (domain, entry) => ({
      ...entry,
      name: domain,
      namespace: domainNamespace(definition.domainNamespace, domain),
      app: apiApp(domain),
      replicas: entry.replicas ?? 2,
      resources: entry.resources ?? definition.defaults.apiResources,
      uses: entry.uses ?? [],
      secrets: entry.secrets ?? [],
      image: resolveImage(gitops, apiApp(domain)),
      placement: placementOf('api', domain),
    })),
    workers: mapByName(definition.workers, (worker, entry) => ({
      ...entry,
      name: worker,
      namespace: workersNamespace,
      app: workerApp(worker),
      replicas: entry.replicas ?? 1,
      secrets: entry.secrets ?? [],
      flushIntervalSeconds: entry.flushIntervalSeconds ?? 300,
      image: resolveImage(gitops, workerApp(worker)),
      placement: placementOf('worker', worker),
    })),
    data: {
      postgresql: {
        ...definition.data.postgresql,
        placement: placementOf('infrastructure', 'postgresql'),
      },
      redis: {
        ...definition.data.redis,
        placement: placementOf('infrastructure', 'redis'),
      },
      rabbitmq: {
        ...definition.data.rabbitmq,
        placement: placementOf('infrastructure', 'rabbitmq'),
      },
    },
    tools: resolveImage(gitops, toolsApp),
    monitoring: {
      ...definition.monitoring,
      placement: placementOf('infrastructure', 'monitoring'),
    },
    edge: {
      ...definition.edge,
      hosts: fullHosts(definition),
      siteOrigins: definition.edge.siteOrigins ?? siteOrigins(definition.edge.domain),
    },
    waves: stages,
    totals: resolveTotals(nodes),
  });
}

const siteOrigins = (domain: string) => [`https://${domain}`, `https://www.${domain}`];

function fullHosts({ edge }: ClusterDefinition): Cluster['edge']['hosts'] {
  const { api, argocd, atlantis, grafana, images } = edge.hosts;
  const full = (label: string) => `${label}.${edge.domain}`;
  return {
    api: full(api),
    argocd: full(argocd),
    atlantis: full(atlantis),
    grafana: full(grafana),
    images: full(images),
  };
}
