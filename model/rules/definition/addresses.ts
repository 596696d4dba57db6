import type { Address4 } from 'ip-address';
import type { ClusterDefinition } from '../../definition/cluster-definition';
import { contains, overlap, parseCidr, size } from '../../network/cidr';
import { byName } from '../../resolve/by-name';
import { expand } from '../../resolve/nodes';
import { definitionRule } from '../definition-rule';

interface Block {
  readonly path: string;
  readonly text: string;
  readonly cidr: Address4 | undefined;
}

const block = (path: string, text: string): Block => ({ path, text, cidr: parseCidr(text) });

function subnets({ network }: ClusterDefinition): Block[] {
  return byName(network.zones).flatMap(([letter, zone]) => [
    block(`network.zones.${letter}.publicSubnet`, zone.publicSubnet),
    ...(zone.privateSubnet === undefined
      ? []
      : [block(`network.zones.${letter}.privateSubnet`, zone.privateSubnet)]),
  ]);
}

function ranges({ network }: ClusterDefinition): Block[] {
  return (['vpcCidr', 'podCidr', 'serviceCidr'] as const).map((key) => block(`network.${key}`, network[key]));
}

export const cidrsAreBlocks = definitionRule({
  code: 'cidrs-are-blocks',
  rule: 'A network is written as an IPv4 CIDR block with no bits set behind its prefix.',
  *check(definition) {
    const admin = (definition.network.adminCidrs ?? []).map((text, index) =>
      block(`network.adminCidrs.${String(index)}`, text),
    );
    for (const { path, text, cidr } of [...ranges(definition), ...subnets(definition), ...admin])
      if (!cidr) yield { path, problem: `is "${text}"`, fix: 'Write it as 10.0.0.0/16.' };
  },
});

export const vpcSizeIsAllowed = definitionRule({
  code: 'vpc-size-is-allowed',
  rule: 'AWS takes a VPC and its subnets between /16 and /28.',
  *check(definition) {
    const vpc = ranges(definition).slice(0, 1);
    for (const { path, text, cidr } of [...vpc, ...subnets(definition)])
      if (cidr && (cidr.subnetMask < 16 || cidr.subnetMask > 28))
        yield { path, problem: `is ${text}`, fix: 'Choose a prefix length from 16 to 28.' };
  },
});

export const subnetsLieInTheVpc = definitionRule({
  code: 'subnets-lie-in-the-vpc',
  rule: 'Every subnet lies inside network.vpcCidr.',
  incidents: ['A42'],
  *check(definition) {
    const vpc = parseCidr(definition.network.vpcCidr);
    for (const { path, text, cidr } of subnets(definition))
      if (vpc && cidr && !contains(vpc, cidr))
        yield {
          path,
          problem: `is ${text}, outside ${definition.network.vpcCidr}`,
          fix: 'Choose a block inside the VPC.',
        };
  },
});

export const networksDoNotOverlap = definitionRule({
  code: 'networks-do-not-overlap',
  rule: 'Subnets are disjoint, and so are the networks of the VPC, the pods and the Services.',
  incidents: ['A42'],
  *check(definition) {
    for (const group of [ranges(definition), subnets(definition)])
      for (const [index, a] of group.entries())
        for (const b of group.slice(index + 1))
          if (a.cidr && b.cidr && overlap(a.cidr, b.cidr))
            yield {
              path: b.path,
              problem: `is ${b.text}, which overlaps ${a.path} (${a.text})`,
              fix: 'Choose another block for one of the two.',
            };
  },
});

export const privateNodesHaveSubnets = definitionRule({
  code: 'private-nodes-have-subnets',
  rule: 'Without public addresses every zone has a private subnet for its nodes.',
  incidents: ['A41'],
  *check({ network }) {
    if ((network.egress ?? 'internet-gateway') === 'internet-gateway') return;
    for (const [letter, zone] of byName(network.zones))
      if (zone.privateSubnet === undefined)
        yield {
          path: `network.zones.${letter}.privateSubnet`,
          problem: `is missing while network.egress is ${network.egress ?? ''}`,
          fix: 'Give the zone a private subnet, or set egress to internet-gateway.',
        };
  },
});

export const adminNetworksAreNarrow = definitionRule({
  code: 'admin-networks-are-narrow',
  rule: 'The Kubernetes API and SSH are never open to more than a /16.',
  *check({ network }) {
    for (const [index, text] of (network.adminCidrs ?? []).entries()) {
      const cidr = parseCidr(text);
      if (cidr && cidr.subnetMask < 16)
        yield {
          path: `network.adminCidrs.${String(index)}`,
          problem: `is ${text}`,
          fix: 'Name the office or VPN networks, or leave it out and use Session Manager.',
        };
    }
  },
});

/** AWS keeps the first four addresses of a subnet and the last one. */
const firstHost = 4;

export const nodeNumbersFitTheSubnet = definitionRule({
  code: 'node-numbers-fit-the-subnet',
  rule: 'A node number is the host part of its address: unique in the cluster, 4 or more (AWS keeps 0 to 3) and below the last address of its subnet.',
  *check({ nodes, network }) {
    const seen = new Map<number, string>();
    const isPrivate = (network.egress ?? 'internet-gateway') !== 'internet-gateway';
    for (const [key, node] of byName(nodes)) {
      const zone = network.zones[node.zone];
      const cidr = parseCidr((isPrivate ? zone?.privateSubnet : zone?.publicSubnet) ?? '');
      const path = `nodes.${key}.number`;
      if ((node.count ?? 1) > 1000) continue;
      for (const { name, number } of expand(key, node)) {
        const other = seen.get(number);
        if (other !== undefined)
          yield {
            path,
            problem: `gives ${name} the number ${String(number)}, which ${other} has`,
            fix: 'Choose a free number; numbers of removed nodes may be used again.',
          };
        seen.set(number, name);
        if (cidr && (!Number.isInteger(number) || number < firstHost || number > size(cidr) - 2))
          yield {
            path,
            problem: `gives ${name} the number ${String(number)} in ${cidr.address}`,
            fix: `Choose a number from ${String(firstHost)} to ${String(size(cidr) - 2)}.`,
          };
      }
    }
  },
});
