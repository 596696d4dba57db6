import type { InstanceTypeName } from '../aws/instance-types';
import { hoursPerMonth, type RegionalPrices } from '../aws/prices';
import type { Cluster } from '../cluster';
import { costLine, type CostLine } from './cost-line';
import { nodeDomain } from './node-domain';

/** A stack as plain Terraform JSON. */
export interface TerraformStack {
  readonly stack: string;
  readonly value: Readonly<Record<string, unknown>>;
}

type Attributes = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Attributes>>;

interface Context {
  readonly cluster: Cluster;
  readonly prices: RegionalPrices;
  readonly stack: string;
}

/** What each stack's resources cost; types that cost nothing, or nothing worth a line, have no entry. */
export function terraformCosts(
  cluster: Cluster,
  stacks: readonly TerraformStack[],
  prices: RegionalPrices,
): CostLine[] {
  return stacks.flatMap(({ stack, value }) => {
    const resources = (value['resource'] ?? {}) as Readonly<Record<string, Resources>>;
    const context = { cluster, prices, stack };
    const each = (type: string, lines: (attributes: Attributes, id: string) => CostLine[]) =>
      Object.entries(resources[type] ?? {}).flatMap(([id, attributes]) => lines(attributes, id));
    return [
      ...each('aws_instance', (instance) => machine(context, instance)),
      ...natAddresses(context, resources),
      ...each('aws_nat_gateway', (_gateway, id) => [hourly(context, `NAT gateway ${id}`, prices.natGateway)]),
      ...each('aws_vpc_endpoint', (endpoint, id) => interfaceEndpoint(context, endpoint, id)),
      ...each('aws_lb', (balancer, id) => networkBalancer(context, balancer, id)),
      ...each('aws_route53_zone', (_zone, id) => [
        costLine({
          stack,
          item: `hosted zone ${id}`,
          domain: 'shared',
          quantity: 1,
          price: prices.hostedZone,
        }),
      ]),
    ];
  });
}

function machine({ cluster, prices, stack }: Context, instance: Attributes): CostLine[] {
  const tags = (instance['tags'] ?? {}) as Readonly<Record<string, string>>;
  const name = tags['Name'] ?? '';
  const type = instance['instance_type'] as InstanceTypeName;
  const root = (instance['root_block_device'] ?? {}) as { volume_size?: number };
  const of = { stack, node: name, domain: nodeDomain(cluster, name) };
  return [
    costLine({ ...of, item: `EC2 ${type}`, quantity: hoursPerMonth, price: prices.instances[type] }),
    costLine({ ...of, item: 'root volume gp3', quantity: root.volume_size ?? 0, price: prices.gp3 }),
    // An elastic address takes the place of the one that the instance started with: one is paid either way.
    ...(instance['associate_public_ip_address'] === true
      ? [costLine({ ...of, item: 'public IPv4 address', quantity: hoursPerMonth, price: prices.publicIpv4 })]
      : []),
  ];
}

/** Elastic addresses of NAT gateways; those of machines are counted with the machine. */
function natAddresses(context: Context, resources: Readonly<Record<string, Resources>>): CostLine[] {
  const gateways = JSON.stringify(resources['aws_nat_gateway'] ?? {});
  return Object.keys(resources['aws_eip'] ?? {})
    .filter((id) => gateways.includes(`aws_eip.${id}.`))
    .map((id) => hourly(context, `public IPv4 address ${id}`, context.prices.publicIpv4));
}

function interfaceEndpoint(context: Context, endpoint: Attributes, id: string): CostLine[] {
  if (endpoint['vpc_endpoint_type'] !== 'Interface') return [];
  const subnets = endpoint['subnet_ids'];
  return [
    hourly(
      context,
      `endpoint ${id}`,
      context.prices.interfaceEndpoint,
      Array.isArray(subnets) ? subnets.length : 1,
    ),
  ];
}

function networkBalancer(context: Context, balancer: Attributes, id: string): CostLine[] {
  if (balancer['load_balancer_type'] !== 'network') return [];
  return [hourly(context, `load balancer ${id}`, context.prices.networkLoadBalancer)];
}

function hourly({ stack }: Context, item: string, price: CostLine['price'], count = 1): CostLine {
  return costLine({ stack, item, domain: 'shared', quantity: hoursPerMonth * count, price });
}
