import { helmReleases, rabbitmqOperator } from '../../charts/helm/releases';
import type { Cluster } from '../../model/cluster';

/** Where the custom resource definitions of one operator come from. */
export interface CrdSource {
  /** Go module, whose versions are the operator's own releases. */
  readonly module: string;
  readonly version: (cluster: Cluster) => string;
  /** Folder of the definitions in the module; every YAML file of it that holds one is taken. */
  readonly folder: string;
  /** Chart or repository that installs them; none where Ansible does, before Argo CD runs. */
  readonly broughtBy?: string;
}

export const crdSources: readonly CrdSource[] = [
  {
    module: 'github.com/argoproj/argo-cd/v2',
    version: ({ versions }) => versions.argocd,
    folder: 'manifests/crds',
  },
  ofChart('external-secrets', 'github.com/external-secrets/external-secrets', 'config/crds/bases'),
  ofChart(
    'kube-prometheus-stack',
    'github.com/prometheus-operator/prometheus-operator',
    'example/prometheus-operator-crd',
  ),
  ofChart('cloudnative-pg', 'github.com/cloudnative-pg/cloudnative-pg', 'config/crd/bases'),
  {
    module: 'github.com/rabbitmq/cluster-operator/v2',
    version: () => rabbitmqOperator.revision,
    folder: 'config/crd/bases',
    broughtBy: rabbitmqOperator.repository,
  },
];

function ofChart(name: keyof typeof helmReleases, module: string, folder: string): CrdSource {
  const { chart, appVersion } = helmReleases[name];
  return { module, version: () => `v${appVersion.replace(/^v/, '')}`, folder, broughtBy: chart };
}
