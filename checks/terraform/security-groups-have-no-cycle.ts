import type { TerraformIndex } from '../artifacts/terraform';
import type { Resource } from '../artifacts/terraform-resource';
import { rule } from '../rule';

/** Groups that a group's own rules let in, its inline blocks and its separate rules alike. */
function edges(
  terraform: TerraformIndex,
): Map<Resource, { target: Resource; via: Resource; field: string }[]> {
  const found = new Map<Resource, { target: Resource; via: Resource; field: string }[]>();
  const add = (from: Resource, target: Resource, via: Resource, field: string) => {
    if (from !== target) found.set(from, [...(found.get(from) ?? []), { target, via, field }]);
  };
  for (const group of terraform.ofType('aws_security_group'))
    for (const field of ['ingress', 'egress'])
      for (const target of terraform.targets(group, field))
        if (target.type === group.type) add(group, target, group, field);
  for (const one of terraform.ofType('aws_vpc_security_group_ingress_rule', 'aws_security_group_rule')) {
    const field =
      one.type === 'aws_security_group_rule' ? 'source_security_group_id' : 'referenced_security_group_id';
    for (const from of terraform.targets(one, 'security_group_id'))
      for (const target of terraform.targets(one, field))
        if (target.type === from.type) add(from, target, one, field);
  }
  return found;
}

export const securityGroupsHaveNoCycle = rule({
  code: 'security-groups-have-no-cycle',
  rule: 'No two security groups let one another in: neither could be destroyed before the other.',
  fix: 'Put both kinds of machine into one group for what they share.',
  incidents: ['A17', 'A18', 'A15'],
  *run({ terraform }) {
    const graph = edges(terraform);
    const reaches = (from: Resource, wanted: Resource, seen = new Set<Resource>()): boolean =>
      (graph.get(from) ?? []).some(({ target }) => {
        if (target === wanted) return true;
        if (seen.has(target)) return false;
        seen.add(target);
        return reaches(target, wanted, seen);
      });
    for (const [from, out] of graph)
      for (const { target, via, field } of out)
        if (reaches(target, from))
          yield {
            place: via.at(field),
            problem: `lets ${target.address} into ${from.address}, and the other way round as well`,
          };
  },
});
