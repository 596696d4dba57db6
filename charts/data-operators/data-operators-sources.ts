import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import { helmReleases, rabbitmqOperator } from '../helm/releases';
import type { Source } from '../helm/source';
import type { CloudNativePgValues } from '../helm/values';
import { restrictedContainer, restrictedPod } from '../pod/security';
import { resources, systemPod } from '../system-pod';

/** User of the operator's distroless image. */
const operatorUser = 65532;

/** Operators of the `data-operators` Application. */
export function dataOperatorsSources(cluster: Cluster): Source[] {
  const values: CloudNativePgValues = {
    replicaCount: 1,
    crds: { create: true },
    monitoring: { podMonitorEnabled: false },
    ...systemPod(cluster, '20m', '80Mi', '192Mi'),
  };
  const { repository, revision, path, image, imageInRepository } = rabbitmqOperator;
  return [
    { kind: 'helm', release: helmReleases['cloudnative-pg'], values },
    {
      kind: 'kustomize',
      repository,
      revision,
      path,
      namespace: systemNamespaces.dataOperators,
      images: [`${imageInRepository}=${image}`],
      patches: [removeNamespace, operatorPatch(cluster)],
    },
  ];
}

/** The namespace belongs to the `namespaces` Application. */
const removeNamespace = {
  target: { kind: 'Namespace' },
  patch: { $patch: 'delete', apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'rabbitmq-system' } },
};

function operatorPatch(cluster: Cluster) {
  const name = 'rabbitmq-cluster-operator';
  const { affinity, tolerations, priorityClassName } = systemPod(cluster, '20m', '64Mi', '192Mi');
  return {
    target: { kind: 'Deployment', name },
    patch: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        template: {
          spec: {
            affinity,
            tolerations,
            priorityClassName,
            enableServiceLinks: false,
            securityContext: restrictedPod(operatorUser),
            containers: [
              {
                name: 'operator',
                securityContext: restrictedContainer,
                ...resources('20m', '64Mi', '192Mi'),
              },
            ],
          },
        },
      },
    },
  };
}
