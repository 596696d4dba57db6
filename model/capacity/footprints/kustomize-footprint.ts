import type { KubernetesObject } from '../../kubernetes-object';

/** What a Kustomize folder of somebody else's repository runs, before an Application patches it. */
export interface KustomizeFootprint {
  readonly repository: string;
  /** Revisions that were read, as a semver range. */
  readonly revisions: string;
  readonly source: string;
  readonly objects: readonly KubernetesObject[];
}

const rabbitmqClusterOperator: KustomizeFootprint = {
  repository: 'https://github.com/rabbitmq/cluster-operator.git',
  revisions: '>=2.5 <3',
  source: 'https://github.com/rabbitmq/cluster-operator/blob/main/config/manager/manager.yaml',
  objects: [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'rabbitmq-cluster-operator' },
      spec: {
        replicas: 1,
        template: {
          metadata: { labels: { 'app.kubernetes.io/name': 'rabbitmq-cluster-operator' } },
          spec: {
            containers: [
              {
                name: 'operator',
                resources: {
                  requests: { cpu: '200m', memory: '500Mi' },
                  limits: { cpu: '200m', memory: '500Mi' },
                },
              },
            ],
          },
        },
      },
    },
  ],
};

export const kustomizeFootprints: readonly KustomizeFootprint[] = [rabbitmqClusterOperator];
