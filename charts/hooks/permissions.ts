import type { Chart } from 'cdk8s';
import { systemNamespaces } from '../../model/system-namespaces';
import { add } from '../object';
import { hook } from '../sync';

/** Verbs on one kind of object. */
export interface Permission {
  readonly apiGroup: '' | 'apps' | 'storage.k8s.io';
  /** Plural, as in a role. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** Names that it is limited to. `create` cannot be limited. @default - all */
  readonly names?: readonly string[];
}

/** What a hook may do, and where. */
export interface PermissionsProps {
  readonly name: string;
  readonly phase: 'PreSync' | 'PostSync';
  readonly wave: number;
  /** On objects without a namespace, or in every namespace. */
  readonly everywhere?: readonly Permission[];
  /** By namespace. */
  readonly within?: Readonly<Record<string, readonly Permission[]>>;
}

/** Gives a hook's ServiceAccount its roles, as hooks of the same phase in an earlier wave. */
export function permissions(chart: Chart, props: PermissionsProps): void {
  const { name, phase, wave, everywhere = [], within = {} } = props;
  const annotations = hook(phase, wave - 1);
  const apiGroup = 'rbac.authorization.k8s.io';
  const subjects = [{ kind: 'ServiceAccount', name, namespace: systemNamespaces.argocd }];
  if (everywhere.length) {
    const metadata = { name, annotations };
    add(chart, { apiVersion: `${apiGroup}/v1`, kind: 'ClusterRole', metadata, rules: everywhere.map(rule) });
    add(chart, {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects,
    });
  }
  for (const [namespace, granted] of Object.entries(within)) {
    const metadata = { name, namespace, annotations };
    add(chart, { apiVersion: `${apiGroup}/v1`, kind: 'Role', metadata, rules: granted.map(rule) });
    add(chart, {
      apiVersion: `${apiGroup}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'Role', name },
      subjects,
    });
  }
}

/** The API server drops an empty list of names, and Argo CD would then see a difference for ever. */
function rule({ apiGroup, resource, names, verbs }: Permission) {
  return {
    apiGroups: [apiGroup],
    resources: [resource],
    ...(names ? { resourceNames: [...names] } : {}),
    verbs: [...verbs],
  };
}
