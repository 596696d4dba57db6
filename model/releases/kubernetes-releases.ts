/** What the bootstrap layer must know of one Kubernetes release. */
export interface KubernetesRelease {
  /** Revision of the Debian packages on pkgs.k8s.io. */
  readonly packageRevision: string;
  /** kubeadm's `PauseVersion`; containerd must start pods with the same image. */
  readonly pause: string;
  /**
   * The program of kubeadm's etcd image that restores snapshots. The images of etcd 3.5 hold no etcdutl:
   * https://github.com/kubernetes/kubernetes/blob/v1.28.4/cluster/images/etcd/Makefile
   */
  readonly snapshotTool: 'etcdctl' | 'etcdutl';
}

/** Kubernetes releases that can be installed, and that a running cluster can be upgraded to. */
export const kubernetesReleases: Readonly<Record<string, KubernetesRelease>> = {
  '1.28.4': { packageRevision: '1.1', pause: '3.9', snapshotTool: 'etcdctl' },
  '1.28.15': { packageRevision: '1.1', pause: '3.9', snapshotTool: 'etcdctl' },
};

/** Fingerprint of the key that signs every repository on pkgs.k8s.io. */
export const kubernetesKeyFingerprint = 'DE15B14486CD377B9E876E1A234654DA9A296436';
