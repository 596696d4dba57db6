import { eco2 } from '../../../clusters/eco2';
import { costBy, estimate, type Estimate } from '../../../model/cost/estimate';
import type { TerraformStack } from '../../../model/cost/terraform-costs';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { examine } from '../../../synth/examine';
import { eco2Cluster, placed } from '../../support/placement';

const lines = (stacks: readonly TerraformStack[], objects: readonly object[] = []) =>
  estimate(placed(objects), stacks)?.lines.map(({ item, domain, node, usdPerMonth }) => ({
    item,
    domain,
    node,
    usd: Math.round(usdPerMonth * 100) / 100,
  }));
const stack = (resource: object): TerraformStack => ({ stack: 'nodes', value: { resource } });
const instance = {
  instance_type: 't3.micro',
  root_block_device: { volume_size: 20 },
  associate_public_ip_address: true,
  tags: { Name: 'k8s-api-auth' },
};
const traffic = [
  ['load balancer capacity', 5.84],
  ['transfer to the internet', 0],
  ['S3 prod-sesacthon-images', 2.5],
  ['S3 reads of prod-sesacthon-images', 0.7],
  ['CloudFront transfer', 0],
  ['CloudFront requests', 0],
];

describe('a price', () => {
  it('of a machine is that of its type, root volume and address, and belongs to the domain that it serves', () => {
    expect(lines([stack({ aws_instance: { auth: instance } })])?.slice(0, 3)).toEqual([
      { item: 'EC2 t3.micro', domain: 'auth', node: 'k8s-api-auth', usd: 9.49 },
      { item: 'root volume gp3', domain: 'auth', node: 'k8s-api-auth', usd: 1.82 },
      { item: 'public IPv4 address', domain: 'auth', node: 'k8s-api-auth', usd: 3.65 },
    ]);
  });

  it('of a machine without a public address has none', () => {
    const hidden = { ...instance, associate_public_ip_address: false };
    expect(lines([stack({ aws_instance: { auth: hidden } })])?.map(({ item }) => item)).not.toContain(
      'public IPv4 address',
    );
  });

  it.each<[string, object, string, number]>([
    [
      'a NAT gateway',
      { aws_nat_gateway: { a: { allocation_id: '${aws_eip.nat-a.id}' } } },
      'NAT gateway a',
      43.07,
    ],
    [
      'a NAT gateway with its address',
      { aws_eip: { 'nat-a': {} }, aws_nat_gateway: { a: { allocation_id: '${aws_eip.nat-a.id}' } } },
      'public IPv4 address nat-a',
      3.65,
    ],
    [
      'an interface endpoint in two subnets',
      { aws_vpc_endpoint: { ecr: { vpc_endpoint_type: 'Interface', subnet_ids: ['a', 'b'] } } },
      'endpoint ecr',
      18.98,
    ],
    [
      'a network load balancer',
      { aws_lb: { api: { load_balancer_type: 'network' } } },
      'load balancer api',
      16.43,
    ],
    ['a hosted zone', { aws_route53_zone: { main: {} } }, 'hosted zone main', 0.5],
  ])('of %s', (_title, resource, item, usd) => {
    expect(lines([stack(resource)])).toContainEqual({ item, domain: 'shared', node: undefined, usd });
  });

  it('of a gateway endpoint is nothing', () => {
    const resource = { aws_vpc_endpoint: { s3: { vpc_endpoint_type: 'Gateway' } } };
    expect(lines([stack(resource)])?.map(({ item, usd }) => [item, usd])).toEqual(traffic);
  });

  it('of a load balancer is paid once for all Ingresses of a group', () => {
    const ingress = (name: string) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name, namespace: 'auth', annotations: { 'alb.ingress.kubernetes.io/group.name': 'main' } },
      spec: {},
    });
    const found = lines([], [ingress('a'), ingress('b')])?.filter(({ item }) => item.includes('main'));
    expect(found?.map(({ item, usd }) => [item, usd])).toEqual([
      ['load balancer main', 16.43],
      ['public IPv4 addresses of main', 10.95],
    ]);
  });

  it('of a volume belongs to the node where its pod runs', () => {
    const set = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'w', namespace: 'workers' },
      spec: {
        template: { spec: { nodeSelector: { workload: 'worker-ai' } } },
        volumeClaimTemplates: [
          { metadata: { name: 'wal' }, spec: { resources: { requests: { storage: '50Gi' } } } },
        ],
      },
    };
    expect(lines([], [set])).toContainEqual({
      item: 'volume workers/wal-w-0',
      domain: 'chat',
      node: 'k8s-worker-ai',
      usd: 4.56,
    });
  });

  it('of a region without a list is not invented', () => {
    const elsewhere = { ...eco2Cluster, region: 'xx-nowhere-1' };
    expect(estimate(placed([], elsewhere), [])).toBeUndefined();
  });
});

describe('traffic', () => {
  const usd = (edge: object) => {
    const cluster = resolveCluster({ ...eco2, edge: { ...eco2.edge, ...edge } });
    const found = estimate(placed([], cluster), [])?.lines ?? [];
    return Object.fromEntries(
      found.map(({ item, usdPerMonth }) => [item, Math.round(usdPerMonth * 100) / 100]),
    );
  };

  it('is charged above what is free every month', () => {
    const traffic = { apiGB: 150, imagesStoredGB: 0, imagesServedGB: 2024, imageRequests: 20_000_000 };
    expect(usd({ traffic })).toMatchObject({
      'transfer to the internet': 6.3,
      'CloudFront transfer': 120,
      'CloudFront requests': 12,
    });
  });

  it('that is not declared is said to be left out', () => {
    const { domain, hosts, loadBalancerGroup, images } = eco2.edge;
    const cluster = resolveCluster({ ...eco2, edge: { domain, hosts, loadBalancerGroup, images } });
    expect(estimate(placed([], cluster), [])?.notCounted).toContain('traffic (none is declared)');
    expect(estimate(placed([]), [])?.notCounted).not.toContain('traffic (none is declared)');
  });

  it('of images is the transfer of the bucket where there is no CloudFront', () => {
    const traffic = { apiGB: 0, imagesStoredGB: 0, imagesServedGB: 200, imageRequests: 0 };
    expect(usd({ traffic, images: { bucket: 'b', cdn: false } })['transfer to the internet']).toBe(12.6);
  });
});

describe('the estimate of eco2', () => {
  const { placement, stacks } = examine(eco2);
  const whole = estimate(placement, stacks) as Estimate;

  it('counts every machine, its disk and the volumes of pods', () => {
    const volumes = whole.lines.filter(({ item }) => item.startsWith('volume '));
    expect(whole.totals).toEqual({
      nodes: 14,
      vcpu: 28,
      memoryGiB: 33,
      rootVolumeGiB: 530,
      vcpuQuota: 32,
      podVolumeGiB: volumes.reduce((sum, { quantity }) => sum + quantity, 0),
    });
  });

  it('is far above the older figure of 245 USD, which was of another region', () => {
    expect(whole.usdPerMonth).toBeGreaterThan(400);
    expect(whole.usdPerMonth).toBeLessThan(550);
  });

  it.each(['node', 'stack', 'domain'] as const)('splits by %s without losing a cent', (by) => {
    const sum = costBy(whole.lines, by).reduce((total, { usdPerMonth }) => total + usdPerMonth, 0);
    expect(sum).toBeCloseTo(whole.usdPerMonth, 6);
  });

  it('has a machine for each node', () => {
    const nodes = new Set(whole.lines.filter(({ item }) => item.startsWith('EC2')).map(({ node }) => node));
    expect([...nodes].sort()).toEqual(Object.keys(eco2.nodes).sort());
  });
});
