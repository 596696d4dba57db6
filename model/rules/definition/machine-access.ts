import { apiApp, workerApp } from '../../resolve/app-names';
import { byName } from '../../resolve/by-name';
import { definitionRule } from '../definition-rule';

export const oidcHasAnIssuer = definitionRule({
  code: 'oidc-has-an-issuer',
  rule: 'With roles for service accounts the cluster names the bucket that publishes its issuer, and without them it names none.',
  incidents: ['A27', 'A28', 'A29'],
  *check({ identity, oidcIssuerBucket }) {
    if ((identity ?? 'oidc') === 'oidc' && oidcIssuerBucket === undefined)
      yield {
        path: 'oidcIssuerBucket',
        problem: 'is missing while identity is oidc',
        fix: "Name a bucket, e.g. prod-sesacthon-oidc, or set identity to 'node'.",
      };
    if (identity === 'node' && oidcIssuerBucket !== undefined)
      yield {
        path: 'oidcIssuerBucket',
        problem: `is ${oidcIssuerBucket} while identity is node`,
        fix: 'Remove it: nothing would read the issuer.',
      };
  },
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const longestRoleName = 64;

export const roleNamesFit = definitionRule({
  code: 'role-names-fit',
  rule: `An IAM role is named after the cluster and the application, with at most ${String(longestRoleName)} characters.`,
  *check({ name, domains, workers }) {
    const apps = [
      ...byName(domains).map(([key, entry]) => [`domains.${key}`, apiApp(key), entry] as const),
      ...byName(workers).map(([key, entry]) => [`workers.${key}`, workerApp(key), entry] as const),
    ];
    for (const [path, app, { usesImagesBucket }] of apps) {
      const roleName = `${name}-${app}`;
      if (usesImagesBucket && roleName.length > longestRoleName)
        yield {
          path,
          problem: `has the role ${roleName} with ${String(roleName.length)} characters`,
          fix: 'Choose a shorter name.',
        };
    }
  },
});

export const elasticIpNeedsAPublicSubnet = definitionRule({
  code: 'elastic-ip-needs-a-public-subnet',
  rule: 'An elastic IP answers only in a subnet that an internet gateway serves.',
  incidents: ['A41'],
  *check({ controlPlane, network }) {
    const egress = network.egress ?? 'internet-gateway';
    if (controlPlane.endpoint === 'elastic-ip' && egress !== 'internet-gateway')
      yield {
        path: 'controlPlane.endpoint',
        problem: `is elastic-ip while network.egress is ${egress}`,
        fix: 'Set it to network-load-balancer.',
      };
  },
});

export const machineImageIsExact = definitionRule({
  code: 'machine-image-is-exact',
  rule: 'A machine image is named by its id.',
  incidents: ['A43'],
  *check({ machineImage }) {
    if (machineImage !== undefined && !/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(machineImage))
      yield {
        path: 'machineImage',
        problem: `is "${machineImage}"`,
        fix: "Give the id of an Ubuntu 22.04 image in the cluster's region, or leave it out.",
      };
  },
});

const address = /^[a-z][a-z0-9_]*\.[\w-]+$/;

export const movedResourcesHaveAddresses = definitionRule({
  code: 'moved-resources-have-addresses',
  rule: 'A moved resource has an old and a new address of one type.',
  *check({ terraform }) {
    for (const [index, { from, to }] of (terraform.moved ?? []).entries()) {
      const path = `terraform.moved.${String(index)}`;
      for (const [end, text] of Object.entries({ from, to }))
        if (!address.test(text))
          yield {
            path: `${path}.${end}`,
            problem: `is "${text}"`,
            fix: 'Write it as aws_instance.k8s-redis.',
          };
      if (address.test(from) && address.test(to) && (from === to || from.split('.')[0] !== to.split('.')[0]))
        yield { path, problem: `moves ${from} to ${to}`, fix: 'Name another resource of the same type.' };
    }
  },
});

export const suppressionsHaveReasons = definitionRule({
  code: 'suppressions-have-reasons',
  rule: 'A rule is broken on purpose in one named place, and a sentence says why.',
  *check({ suppressions }) {
    const seen = new Set<string>();
    for (const [index, { rule, place, reason }] of (suppressions ?? []).entries()) {
      const path = `suppressions.${String(index)}`;
      if (reason.trim().split(/\s+/).length < 4)
        yield { path: `${path}.reason`, problem: `is "${reason}"`, fix: 'Say why in a sentence.' };
      if (!/^([a-z][a-z0-9_]*\.\S+|[A-Z]\w* \S.*)$/.test(place))
        yield {
          path: `${path}.place`,
          problem: `is "${place}"`,
          fix: 'Write a Terraform address such as aws_instance.k8s-master or aws_instance.*.',
        };
      if (seen.has(`${rule} ${place}`))
        yield { path, problem: `repeats ${rule} for ${place}`, fix: 'Keep one of the two.' };
      seen.add(`${rule} ${place}`);
    }
  },
});
