import { awsIdentity, awsIdentities } from '../../model/aws/identities';
import type { Cluster } from '../../model/cluster';
import { externalSecretsWebhookPort } from '../../model/flows/pod-flows';
import { systemNamespaces } from '../../model/system-namespaces';
import { helmReleases } from '../helm/releases';
import type { Source } from '../helm/source';
import type {
  EbsCsiValues,
  ExternalDnsValues,
  ExternalSecretsValues,
  MetricsServerValues,
} from '../helm/values';
import { awsEnvironment, awsRole, awsVolumeMounts, awsVolumes } from '../pod/aws-identity';
import { resources, systemPod } from '../system-pod';

const { kubeSystem } = systemNamespaces;

/** Charts of the `platform` Application. */
export function platformSources(cluster: Cluster): Source[] {
  return [
    {
      kind: 'helm',
      release: helmReleases['aws-ebs-csi-driver'],
      namespace: kubeSystem,
      values: ebsCsi(cluster),
    },
    {
      kind: 'helm',
      release: helmReleases['metrics-server'],
      namespace: kubeSystem,
      values: metricsServer(cluster),
    },
    { kind: 'helm', release: helmReleases['external-secrets'], values: externalSecrets(cluster) },
    { kind: 'helm', release: helmReleases['external-dns'], values: externalDns(cluster) },
  ];
}

/** Name of the service account that the model gives an identity. */
const serviceAccount = (cluster: Cluster, name: string) => ({
  create: true,
  name: awsIdentities(cluster).find((identity) => identity.name === name)?.serviceAccount ?? name,
});

function ebsCsi(cluster: Cluster): EbsCsiValues {
  const identity = awsIdentity(cluster, 'ebs-csi');
  const { priorityClassName, affinity, tolerations } = systemPod(cluster, '10m', '40Mi', '128Mi');
  const sidecar = resources('5m', '20Mi', '64Mi');
  return {
    controller: {
      replicaCount: 1,
      region: cluster.region,
      defaultFsType: 'ext4',
      k8sTagClusterId: cluster.name,
      extraVolumeTags: { Cluster: cluster.name, Project: cluster.project, Environment: cluster.environment },
      serviceAccount: serviceAccount(cluster, 'ebs-csi'),
      // The chart sets the region's variable itself.
      env: awsRole(identity),
      volumes: awsVolumes(identity),
      volumeMounts: awsVolumeMounts(identity),
      ...(affinity ? { affinity } : {}),
      ...(tolerations ? { tolerations } : {}),
      ...(priorityClassName === undefined ? {} : { priorityClassName }),
      ...resources('10m', '48Mi', '128Mi'),
    },
    sidecars: {
      provisioner: sidecar,
      attacher: sidecar,
      snapshotter: sidecar,
      livenessProbe: sidecar,
      resizer: sidecar,
      nodeDriverRegistrar: sidecar,
    },
    // On the host's network it asks the metadata service for its zone; with a hop limit of 1 no other pod can.
    node: { hostNetwork: true, tolerateAllTaints: true, ...resources('5m', '24Mi', '96Mi') },
  };
}

function metricsServer(cluster: Cluster): MetricsServerValues {
  return {
    replicas: 1,
    // The kubelets' serving certificates are signed by the cluster's own authority (see ansible/roles/kubelet_serving).
    args: ['--kubelet-certificate-authority=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt'],
    ...systemPod(cluster, '50m', '64Mi', '128Mi'),
  };
}

function externalSecrets(cluster: Cluster): ExternalSecretsValues {
  const identity = awsIdentity(cluster, 'external-secrets');
  const scheduled = (memory: '48Mi' | '64Mi') => systemPod(cluster, '10m', memory, '128Mi');
  return {
    installCRDs: true,
    // The definitions of its stores are larger than an annotation may be.
    crds: { annotations: { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true' } },
    replicaCount: 1,
    serviceAccount: serviceAccount(cluster, 'external-secrets'),
    extraEnv: awsEnvironment(identity, cluster.region),
    extraVolumes: awsVolumes(identity),
    extraVolumeMounts: awsVolumeMounts(identity),
    ...scheduled('64Mi'),
    webhook: { port: externalSecretsWebhookPort, ...scheduled('48Mi') },
    certController: scheduled('64Mi'),
  };
}

function externalDns(cluster: Cluster): ExternalDnsValues {
  const identity = awsIdentity(cluster, 'external-dns');
  const { domain, hosts } = cluster.edge;
  return {
    provider: { name: 'aws' },
    serviceAccount: serviceAccount(cluster, 'external-dns'),
    sources: ['ingress'],
    policy: 'sync',
    registry: 'txt',
    txtOwnerId: cluster.name,
    // A TXT record beside a CNAME of the same name is refused by Route 53; the prefix keeps them apart.
    txtPrefix: '_externaldns-',
    domainFilters: [domain],
    excludeDomains: [hosts.images],
    extraArgs: ['--aws-zone-type=public', '--aws-batch-change-size=100'],
    env: awsEnvironment(identity, cluster.region),
    extraVolumes: awsVolumes(identity),
    extraVolumeMounts: awsVolumeMounts(identity),
    ...systemPod(cluster, '10m', '48Mi', '96Mi'),
  };
}
