import type { Chart } from 'cdk8s';
import { awsIdentities, awsIdentityMount, cloudNativePgMount } from '../../model/aws/identities';
import type { Cluster } from '../../model/cluster';
import { groupBy } from '../../model/group-by';
import { systemNamespaces } from '../../model/system-namespaces';
import { terraformOutputs } from '../../model/terraform-outputs';
import awsIdentityScript from '../scripts/aws-identity.sh';
import { hookJob } from './hook-job';
import { lines } from './lines';
import { permissions } from './permissions';
import { readOutputs } from './read-outputs';

const { argocd } = systemNamespaces;
const { configMap: outputs, keys } = terraformOutputs;

/** Adds the hook that tells each service account its role, as Terraform published it. */
export function awsIdentityHook(chart: Chart, cluster: Cluster): void {
  const name = 'aws-identity';
  const identities = awsIdentities(cluster);
  const byNamespace = groupBy(identities, ({ namespace }) => namespace);
  const where = (namespace: string) => byNamespace.get(namespace) ?? [];
  permissions(chart, {
    name,
    phase: 'PreSync',
    wave: -3,
    within: Object.fromEntries(
      [...new Set([argocd, ...identities.map(({ namespace }) => namespace)])].sort().map((namespace) => [
        namespace,
        [
          ...(namespace === argocd ? [readOutputs] : []),
          ...(where(namespace).length
            ? [
                { apiGroup: '', resource: 'configmaps', verbs: ['create'] } as const,
                {
                  apiGroup: '',
                  resource: 'configmaps',
                  verbs: ['get', 'patch'],
                  names: where(namespace).map(({ configMap }) => configMap),
                } as const,
              ]
            : []),
        ],
      ]),
    ),
  });
  hookJob(chart, cluster, {
    name,
    phase: 'PreSync',
    wave: -3,
    script: awsIdentityScript,
    data: {
      identities: lines(
        identities.map(({ namespace, configMap, name: identity, permission }) => [
          namespace,
          configMap,
          identity,
          permission === 'database-backup' ? cloudNativePgMount : awsIdentityMount,
        ]),
      ),
    },
    env: [
      { name: 'OUTPUTS', value: outputs },
      { name: 'ROLES_KEYS', value: `${keys.identityRoles} ${keys.edgeIdentityRoles}` },
      { name: 'REGION', value: cluster.region },
    ],
    makes: identities.map(({ namespace, configMap }) => `ConfigMap ${namespace}/${configMap}`),
    deadlineSeconds: 900,
  });
}
