import { issuerDocuments, serviceAccountIssuer } from '../../model/aws/service-account-issuer';
import type { Cluster } from '../../model/cluster';
import { etcdBackup } from '../../model/etcd-backup';
import { containerdRelease } from '../../model/releases/containerd-release';
import { argocdReleases, calicoReleases } from '../../model/releases/download-releases';
import { kubernetesKeyFingerprint, kubernetesReleases } from '../../model/releases/kubernetes-releases';
import { byName } from '../../model/resolve/by-name';
import { clusterConfiguration } from '../kubeadm/cluster-configuration';
import type { ControlPlaneEndpoint } from '../kubeadm/control-plane-endpoint';
import { controlPlanePaths } from '../kubeadm/control-plane-paths';
import { kubeProxyConfiguration } from '../kubeadm/kube-proxy-configuration';
import { clusterDns, kubeletConfiguration } from '../kubeadm/kubelet-configuration';
import { argocdPatches } from './argocd-patches';

/** Everything that the roles know of the whole cluster. */
export function clusterVariables(cluster: Cluster, endpoint: ControlPlaneEndpoint): Record<string, unknown> {
  const kubernetes = kubernetesRelease(cluster.versions.kubernetes);
  const issuer = serviceAccountIssuer(cluster);
  const { host, port, address } = endpoint;
  return {
    ansible_user: 'ubuntu',
    cluster_name: cluster.name,
    region: cluster.region,
    pod_cidr: cluster.network.podCidr,
    cluster_dns: clusterDns(cluster),
    // ansible/playbooks/find-control-plane.yml makes the group when it has seen which one runs.
    first_control_plane: "{{ groups['first_control_plane'] | default(groups['masters']) | first }}",
    control_plane_host: host,
    control_plane_endpoint: `${host}:${String(port)}`,
    ...(address === undefined ? {} : { control_plane_address: address }),
    public_hosts: byName(cluster.edge.hosts).map(([, name]) => name),
    ...(issuer ? { service_account_issuer: { ...issuer, documents: Object.values(issuerDocuments) } } : {}),

    kubernetes_release: kubernetes.release,
    containerd_release: containerdRelease,
    containerd_pause_image: `registry.k8s.io/pause:${kubernetes.pause}`,
    calico_release: download(calicoReleases, cluster.versions.calico),
    argocd_release: download(argocdReleases, cluster.versions.argocd),
    argocd_patches: argocdPatches(),
    etcd_backup: { ...etcdBackup, snapshotTool: kubernetes.snapshotTool },

    audit_log_directory: controlPlanePaths.auditLogs,
    kubeadm_patches_directory: controlPlanePaths.patches,
    kubeadm_cluster_configuration: clusterConfiguration(cluster, endpoint),
    kubeadm_kubelet_configuration: kubeletConfiguration(cluster),
    kubeadm_kube_proxy_configuration: kubeProxyConfiguration(cluster),
  };
}

function kubernetesRelease(version: string) {
  const known = kubernetesReleases[version];
  if (!known) throw new Error(`Kubernetes ${version} is not listed: not checked`);
  const minor = version.split('.').slice(0, 2).join('.');
  return {
    pause: known.pause,
    snapshotTool: known.snapshotTool,
    release: {
      version,
      minor,
      package: `${version}-${known.packageRevision}`,
      repository: `https://pkgs.k8s.io/core:/stable:/v${minor}/deb/`,
      keyFingerprint: kubernetesKeyFingerprint,
    },
  };
}

function download({ url, sha256 }: typeof calicoReleases, version: string) {
  const checksum = sha256[version];
  if (checksum === undefined) throw new Error(`Release ${version} is not listed: not checked`);
  return { version, url: url(version), sha256: checksum };
}
