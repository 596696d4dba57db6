import { Address4 } from 'ip-address';
import type { TerraformIndex } from '../artifacts/terraform';
import type { Resource } from '../artifacts/terraform-resource';
import { blocks, text } from '../artifacts/value';
import { rule } from '../rule';

const network = (cidr: string | undefined) =>
  cidr !== undefined && Address4.isValid(cidr) ? new Address4(cidr) : undefined;

export const subnetsLieInTheirVpc = rule({
  code: 'subnets-lie-in-their-vpc',
  rule: 'The addresses of a subnet are addresses of its VPC, and of no other subnet.',
  fix: 'Correct network.zones or network.vpcCidr in the definition.',
  incidents: ['A42'],
  *run({ terraform }) {
    const seen: { subnet: Resource; cidr: Address4 }[] = [];
    for (const subnet of terraform.ofType('aws_subnet')) {
      const cidr = network(text(subnet.body, 'cidr_block'));
      if (!cidr) continue;
      const [vpc] = terraform.targets(subnet, 'vpc_id');
      const around = network(text(vpc?.body, 'cidr_block'));
      if (around && !cidr.isInSubnet(around))
        yield { place: subnet.at('cidr_block'), problem: `is ${cidr.address}, outside ${around.address}` };
      const other = seen.find(
        (one) =>
          one.subnet.stack === subnet.stack && (cidr.isInSubnet(one.cidr) || one.cidr.isInSubnet(cidr)),
      );
      if (other)
        yield {
          place: subnet.at('cidr_block'),
          problem: `is ${cidr.address}, which overlaps ${other.subnet.address}`,
        };
      seen.push({ subnet, cidr });
    }
  },
});

export const subnetsHaveARoute = rule({
  code: 'subnets-have-a-route',
  rule: 'Every subnet has a route table that leads out of the VPC: machines fetch packages and images.',
  fix: 'Set network.egress to nat-gateway, or keep the machines in public subnets.',
  incidents: ['A41'],
  *run({ terraform }) {
    const routed = new Set(
      terraform
        .ofType('aws_route_table_association')
        .flatMap((association) =>
          terraform.targets(association, 'route_table_id').some((table) => leadsOut(table, terraform))
            ? terraform.targets(association, 'subnet_id')
            : [],
        ),
    );
    const hasEndpoints = terraform
      .ofType('aws_vpc_endpoint')
      .some(({ body }) => text(body, 'vpc_endpoint_type') === 'Interface');
    for (const subnet of terraform.ofType('aws_subnet'))
      if (!routed.has(subnet) && !hasEndpoints)
        yield { place: subnet.at(), problem: 'has no route to anywhere outside' };
  },
});

function leadsOut(table: Resource, terraform: TerraformIndex): boolean {
  const isDefault = (body: unknown) =>
    text(body, 'destination_cidr_block') === '0.0.0.0/0' || text(body, 'cidr_block') === '0.0.0.0/0';
  return (
    blocks(table.body, 'route').some(isDefault) ||
    terraform
      .ofType('aws_route')
      .some((route) => isDefault(route.body) && terraform.targets(route, 'route_table_id').includes(table))
  );
}
