import { eco2 } from '../../clusters/eco2';
import { machineFlows } from '../../model/flows/machine-flows';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { highlyAvailable, resolved } from '../support/highly-available';
import { addressesOf, terraformStacks } from '../support/stacks';

const cluster = resolveCluster(eco2);
const { network } = terraformStacks(cluster);
const behindNat = terraformStacks(resolved(highlyAvailable())).network;
const withoutInternet = terraformStacks(resolved(highlyAvailable('vpc-endpoints'))).network;

const rules = (stack: typeof network) =>
  Object.entries(stack.resources).filter(([address]) =>
    /^aws_vpc_security_group_(in|e)gress_rule\./.test(address),
  );

describe('the network stack', () => {
  test('has one described rule for each flow of the table', () => {
    expect(rules(network).map(([address, { description }]) => [address.split('.')[1], description])).toEqual(
      expect.arrayContaining(machineFlows(cluster).map(({ name, why }) => [name, why])),
    );
    expect(rules(network)).toHaveLength(machineFlows(cluster).length);
  });

  test('keeps rules out of the groups themselves, so that no plan runs in a circle (incident A18)', () => {
    for (const address of addressesOf(network, 'aws_security_group'))
      expect(Object.keys(network.resources[address])).toEqual(['description', 'name', 'tags', 'vpc_id']);
  });

  test('closes the default security group', () => {
    const group = network.resources['aws_default_security_group.default'];
    expect([group.ingress, group.egress]).toEqual([undefined, undefined]);
  });

  test('has public subnets that the load balancer controller finds by the cluster tag (incident A46)', () => {
    for (const letter of ['a', 'b', 'c'])
      expect(network.resources[`aws_subnet.public-${letter}`]).toMatchObject({
        availability_zone: `ap-northeast-2${letter}`,
        map_public_ip_on_launch: false,
        tags: {
          Name: `eco2-public-${letter}`,
          'kubernetes.io/cluster/eco2': 'owned',
          'kubernetes.io/role/elb': '1',
        },
      });
  });

  test('has neither a NAT gateway nor a flow log where the definition asks for none', () => {
    expect(addressesOf(network, 'aws_nat_gateway')).toEqual([]);
    expect(addressesOf(network, 'aws_flow_log')).toEqual([]);
  });

  test('gives every private subnet a route out of its own (incident A41)', () => {
    for (const letter of ['a', 'b', 'c']) {
      expect(behindNat.resources[`aws_route.private-${letter}-internet`]).toMatchObject({
        route_table_id: `\${aws_route_table.private-routes-${letter}.id}`,
        nat_gateway_id: `\${aws_nat_gateway.nat-gateway-${letter}.id}`,
      });
      expect(behindNat.resources[`aws_nat_gateway.nat-gateway-${letter}`].subnet_id).toBe(
        `\${aws_subnet.public-${letter}.id}`,
      );
    }
  });

  test('without internet reaches AWS through endpoints in every private subnet', () => {
    const endpoints = addressesOf(withoutInternet, 'aws_vpc_endpoint');
    expect(endpoints).toEqual(expect.arrayContaining(['aws_vpc_endpoint.ssm', 'aws_vpc_endpoint.sts']));
    expect(withoutInternet.resources['aws_vpc_endpoint.ssm']).toMatchObject({
      private_dns_enabled: true,
      subnet_ids: ['a', 'b', 'c'].map((letter) => `\${aws_subnet.private-${letter}.id}`),
    });
    expect(addressesOf(withoutInternet, 'aws_nat_gateway')).toEqual([]);
  });

  test('records traffic where the definition asks for it', () => {
    expect(behindNat.resources['aws_flow_log.vpc-flow-log']).toMatchObject({ traffic_type: 'ALL' });
    expect(behindNat.resources['aws_cloudwatch_log_group.flow-log'].retention_in_days).toBe(365);
  });
});
