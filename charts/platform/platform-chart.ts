import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import { dataServices, type DataServiceAddress } from '../../model/workloads/data-services';
import { pullSecret } from '../external-secrets/registry-credentials';
import { parameterStore } from '../external-secrets/stores';
import { add } from '../object';
import { inStage, skipDryRun } from '../sync';

/** Stores that Secrets come from: Parameter Store, and the namespaces of the data services. */
export class PlatformChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'platform');
    add(this, {
      apiVersion: 'external-secrets.io/v1beta1',
      kind: 'ClusterSecretStore',
      metadata: { name: parameterStore.name, annotations: { ...inStage('after'), ...skipDryRun } },
      // Without `auth` the controller's own credentials are used: its role, or its node's.
      spec: { provider: { aws: { service: 'ParameterStore', region: cluster.region } } },
    });
    // The hooks' image comes from our own registry too.
    pullSecret(this, cluster, systemNamespaces.argocd, { ...inStage('last'), ...skipDryRun });
    for (const address of Object.values(dataServices(cluster))) this.dataStore(address);
  }

  /** A store of one data service's credentials, read with a service account that may read that one Secret. */
  private dataStore({ name, namespace, secret }: DataServiceAddress): void {
    const reader = `${name}-credentials-reader`;
    const apiGroup = 'rbac.authorization.k8s.io';
    const metadata = { name: reader, namespace };
    add(this, { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false });
    add(this, {
      apiVersion: `${apiGroup}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        { apiGroups: [''], resources: ['secrets'], resourceNames: [secret], verbs: ['get', 'list', 'watch'] },
      ],
    });
    add(this, {
      apiVersion: `${apiGroup}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'Role', name: reader },
      subjects: [{ kind: 'ServiceAccount', name: reader, namespace }],
    });
    add(this, {
      apiVersion: 'external-secrets.io/v1beta1',
      kind: 'ClusterSecretStore',
      metadata: { name, annotations: { ...inStage('after'), ...skipDryRun } },
      spec: {
        provider: {
          kubernetes: {
            remoteNamespace: namespace,
            server: {
              url: 'https://kubernetes.default.svc',
              caProvider: { type: 'ConfigMap', name: 'kube-root-ca.crt', namespace, key: 'ca.crt' },
            },
            auth: { serviceAccount: { name: reader, namespace } },
          },
        },
      },
    });
  }
}
