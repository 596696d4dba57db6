import semver from 'semver';
import { byName } from '../../resolve/by-name';
import { definitionRule } from '../definition-rule';

const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;
const hostLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketName = /^[a-z0-9]([a-z0-9-]{1,61}[a-z0-9])$/;
/** Minor version of the Kubernetes API that the manifests are typed for (cdk8s-plus-28). */
const supportedKubernetes = '1.28.x';

export const kubernetesVersionIsSupported = definitionRule({
  code: 'kubernetes-version-is-supported',
  rule: `Versions are exact, and Kubernetes is ${supportedKubernetes}: the manifests are typed for it.`,
  incidents: ['G29'],
  *check({ versions }) {
    for (const [name, version] of byName({ ...versions }))
      if (!semver.valid(version))
        yield {
          path: `versions.${name}`,
          problem: `is "${version}"`,
          fix: 'Give an exact version such as 1.28.4.',
        };
    if (semver.valid(versions.kubernetes) && !semver.satisfies(versions.kubernetes, supportedKubernetes))
      yield {
        path: 'versions.kubernetes',
        problem: `is ${versions.kubernetes}`,
        fix: `Choose a ${supportedKubernetes} version.`,
      };
  },
});

export const hostsAreNames = definitionRule({
  code: 'hosts-are-names',
  rule: 'The public domain is a host name, and each host below it is one DNS label of its own: the wildcard certificate covers one level.',
  incidents: ['D18'],
  *check({ edge }) {
    if (!hostName.test(edge.domain))
      yield { path: 'edge.domain', problem: `is "${edge.domain}"`, fix: 'Write it as growbin.app.' };
    const seen = new Map<string, string>();
    for (const [use, label] of byName(edge.hosts)) {
      const path = `edge.hosts.${use}`;
      const other = seen.get(label);
      if (!hostLabel.test(label)) yield { path, problem: `is "${label}"`, fix: 'Write one label, e.g. api.' };
      if (other !== undefined)
        yield { path, problem: `is ${label}, as in edge.hosts.${other}`, fix: 'Choose another label.' };
      seen.set(label, use);
    }
  },
});

export const bucketNamesAreValid = definitionRule({
  code: 'bucket-names-are-valid',
  rule: 'An S3 bucket has 3 to 63 lower-case letters, digits and inner hyphens, and each use has a bucket of its own.',
  *check({ edge, data, terraform, oidcIssuerBucket }) {
    const seen = new Map<string, string>();
    for (const [path, name] of [
      ['edge.images.bucket', edge.images.bucket],
      ['data.postgresql.backup.bucket', data.postgresql.backup.bucket],
      ['terraform.stateBucket', terraform.stateBucket],
      ...(oidcIssuerBucket === undefined ? [] : [['oidcIssuerBucket', oidcIssuerBucket] as const]),
    ] as const) {
      const other = seen.get(name);
      if (!bucketName.test(name))
        yield { path, problem: `is "${name}"`, fix: 'Write it as prod-sesacthon-images.' };
      if (other !== undefined)
        yield { path, problem: `is ${name}, as ${other} is`, fix: 'Name another bucket.' };
      seen.set(name, path);
    }
  },
});

export const repositoryIsExact = definitionRule({
  code: 'repository-is-exact',
  rule: 'The repository is an HTTPS address, the branch a plain name and the registry a host with a lower-case owner.',
  incidents: ['E11', 'G02'],
  *check({ gitops }) {
    if (!/^https:\/\/[a-z0-9.-]+\/[\w.-]+\/[\w.-]+\.git$/.test(gitops.repository))
      yield {
        path: 'gitops.repository',
        problem: `is "${gitops.repository}"`,
        fix: 'Write it as https://github.com/owner/name.git.',
      };
    if (
      !/^[\w][\w./-]*$/.test(gitops.branch) ||
      gitops.branch === 'HEAD' ||
      gitops.branch.startsWith('refs/')
    )
      yield {
        path: 'gitops.branch',
        problem: `is "${gitops.branch}"`,
        fix: 'Name the branch alone, e.g. main.',
      };
    if (!/^[a-z0-9.-]+\.[a-z]{2,}(\/[a-z0-9._-]+)+$/.test(gitops.registry))
      yield {
        path: 'gitops.registry',
        problem: `is "${gitops.registry}"`,
        fix: 'Write it as ghcr.io/owner.',
      };
  },
});

export const retentionIsSane = definitionRule({
  code: 'retention-is-sane',
  rule: 'Backups and metrics are kept from 1 to 365 days.',
  *check({ data, monitoring }) {
    for (const [path, days] of [
      ['data.postgresql.backup.retentionDays', data.postgresql.backup.retentionDays],
      ['monitoring.retentionDays', monitoring.retentionDays],
    ] as const)
      if (!(days >= 1 && days <= 365))
        yield { path, problem: `is ${String(days)} days`, fix: 'Choose 1 to 365.' };
  },
});
