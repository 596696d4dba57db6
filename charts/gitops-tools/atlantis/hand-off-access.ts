import type { Chart } from 'cdk8s';
import { systemNamespaces } from '../../../model/system-namespaces';
import { terraformOutputs } from '../../../model/terraform-outputs';
import { add, nameLabel } from '../../object';
import { name } from './stateful-set';

const { argocd, atlantis } = systemNamespaces;

/** Atlantis's ServiceAccount, and what the hand-off may do in Argo CD's namespace: three named objects, nothing more. */
export function atlantisAccess(chart: Chart): void {
  const { configMap, clusterSecret, applications } = terraformOutputs;
  const apiGroup = 'rbac.authorization.k8s.io';
  const metadata = { name: 'atlantis-hand-off', namespace: argocd, labels: nameLabel(name) };
  add(chart, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: atlantis, labels: nameLabel(name) },
    automountServiceAccountToken: false,
  });
  add(chart, {
    apiVersion: `${apiGroup}/v1`,
    kind: 'Role',
    metadata,
    rules: [
      // Creating cannot be limited to a name.
      { apiGroups: [''], resources: ['configmaps'], verbs: ['create'] },
      { apiGroups: [''], resources: ['configmaps'], resourceNames: [configMap], verbs: ['get', 'patch'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: [clusterSecret], verbs: ['get', 'patch'] },
      {
        apiGroups: ['argoproj.io'],
        resources: ['applications'],
        resourceNames: [...applications],
        verbs: ['get', 'patch'],
      },
    ],
  });
  add(chart, {
    apiVersion: `${apiGroup}/v1`,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup, kind: 'Role', name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', name, namespace: atlantis }],
  });
}
