import { instanceTypes } from '../../model/aws/instance-types';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { apiApp, toolsApp, workerApp } from '../../model/resolve/app-names';
import type { Answers } from './answers';
import { machines, zoneLetters } from './machines';

/** The definition that fits the answers; every check passes on it, and from then on it is its owner's. */
export function scaffoldDefinition(answers: Answers): ClusterDefinition {
  const { name, preset, region, publicDomain, domains, owner, repository, stateBucket, ownsState } = answers;
  const { roles, nodes } = machines(answers);
  const isPrivate = preset === 'highly-available';
  const vcpu = Object.values(nodes).reduce((sum, { type }) => sum + instanceTypes[type].vcpu, 0);
  return {
    name,
    project: name,
    environment: 'prod',
    region,
    quota: { standardVcpu: Math.max(32, Math.ceil(vcpu / 32) * 32) },
    versions: { kubernetes: '1.28.4', calico: 'v3.27.3', argocd: 'v2.14.21' },
    network: {
      vpcCidr: '10.0.0.0/16',
      podCidr: '192.168.0.0/16',
      serviceCidr: '10.96.0.0/12',
      zones: Object.fromEntries(
        zoneLetters.map((letter, index) => [
          letter,
          {
            publicSubnet: `10.0.${String(index + 1)}.0/24`,
            ...(isPrivate ? { privateSubnet: `10.0.${String(index + 11)}.0/24` } : {}),
          },
        ]),
      ),
      ...(isPrivate ? { egress: 'nat-gateway' as const } : {}),
    },
    controlPlane: { endpoint: isPrivate ? 'network-load-balancer' : 'elastic-ip' },
    oidcIssuerBucket: `${name}-${owner}-oidc`,
    roles,
    nodes,
    domainNamespace: '{domain}',
    defaults: {
      apiResources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { memory: '256Mi' } },
    },
    domains: Object.fromEntries(
      domains.map((domain, index) => [
        domain,
        {
          stage: 'api-first' as const,
          path: `/api/v1/${domain}`,
          ingressOrder: (index + 1) * 10,
          uses: ['postgresql' as const, 'redis' as const],
        },
      ]),
    ),
    workers: worker(domains),
    data: {
      postgresql: {
        namespace: 'databases',
        version: '16.4',
        database: 'app',
        volumeGiB: 50,
        backup: { bucket: `${name}-${owner}-pg-backups`, retentionDays: 14 },
        resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
      },
      redis: {
        namespace: 'databases',
        version: '7.4.2',
        volumeGiB: 10,
        resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '768Mi' } },
      },
      rabbitmq: {
        namespace: 'messaging',
        version: '3.13.7',
        volumeGiB: 10,
        resources: { requests: { cpu: '300m', memory: '768Mi' }, limits: { memory: '768Mi' } },
      },
    },
    monitoring: { namespace: 'monitoring', retentionDays: 14, volumeGiB: 30 },
    edge: {
      domain: publicDomain,
      hosts: { api: 'api', argocd: 'argocd', atlantis: 'atlantis', grafana: 'grafana', images: 'images' },
      loadBalancerGroup: name,
      images: { bucket: `${name}-${owner}-images`, cdn: false },
    },
    gitops: {
      repository: `https://github.com/${owner}/${repository}.git`,
      branch: 'main',
      registry: `ghcr.io/${owner}`,
      images: Object.fromEntries(
        [...domains.map(apiApp), workerApp('default'), toolsApp].map((app) => [app, 'v0.1.0']),
      ),
    },
    terraform: { stateBucket, lockTable: `${stateBucket}-locks`, ownsState },
  };
}

function worker(domains: readonly string[]): ClusterDefinition['workers'] {
  const [domain = ''] = domains;
  return {
    default: {
      type: 'io-bound',
      pool: 'prefork',
      concurrency: 4,
      queue: 'q.default',
      domain,
      walVolumeGiB: 10,
      uses: ['postgresql', 'redis', 'rabbitmq'],
      resources: { requests: { cpu: '250m', memory: '384Mi' }, limits: { memory: '768Mi' } },
    },
  };
}
