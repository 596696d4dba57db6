import type { Artifacts } from '../artifacts/artifacts';
import type { Resource } from '../artifacts/terraform-resource';
import { blocks, number, text, texts } from '../artifacts/value';

/** One allowed way into a security group. */
export interface Ingress {
  readonly resource: Resource;
  readonly group: Resource;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** Groups that may come in. */
  readonly groups: readonly Resource[];
  readonly cidrs: readonly string[];
}

/** Every ingress rule of the tree, in whichever of Terraform's three forms it is written. */
export function ingressRules({ terraform }: Artifacts): readonly Ingress[] {
  const ingress = (
    resource: Resource,
    group: Resource,
    body: unknown,
    groups: readonly Resource[],
    cidrs: readonly (string | undefined)[],
  ): Ingress => ({
    resource,
    group,
    protocol: text(body, 'ip_protocol') ?? text(body, 'protocol') ?? '-1',
    from: number(body, 'from_port') ?? 0,
    to: number(body, 'to_port') ?? 65535,
    groups,
    cidrs: cidrs.filter((cidr) => cidr !== undefined),
  });
  const separate = terraform
    .ofType('aws_vpc_security_group_ingress_rule')
    .flatMap((resource) =>
      terraform
        .targets(resource, 'security_group_id')
        .map((group) =>
          ingress(
            resource,
            group,
            resource.body,
            terraform.targets(resource, 'referenced_security_group_id'),
            [text(resource.body, 'cidr_ipv4'), text(resource.body, 'cidr_ipv6')],
          ),
        ),
    );
  const older = terraform
    .ofType('aws_security_group_rule')
    .filter(({ body }) => text(body, 'type') === 'ingress')
    .flatMap((resource) =>
      terraform
        .targets(resource, 'security_group_id')
        .map((group) =>
          ingress(
            resource,
            group,
            resource.body,
            resource.body['self'] === true
              ? [group]
              : terraform.targets(resource, 'source_security_group_id'),
            texts(resource.body, 'cidr_blocks'),
          ),
        ),
    );
  const inline = terraform
    .ofType('aws_security_group')
    .flatMap((group) =>
      blocks(group.body, 'ingress').map((body, index) =>
        ingress(
          group,
          group,
          body,
          (body as { self?: unknown } | null)?.self === true
            ? [group]
            : terraform.targets(group, 'ingress', index),
          texts(body, 'cidr_blocks'),
        ),
      ),
    );
  return [...separate, ...older, ...inline];
}

/** Whether a rule covers a port. */
export const covers = ({ protocol, from, to }: Ingress, port: number, wanted: 'tcp' | 'udp') =>
  protocol === '-1' || (protocol === wanted && from <= port && port <= to);
