/** The containerd of every node, from Docker's repository: Ubuntu's own keeps no older versions to pin. */
export const containerdRelease = {
  /** Kubernetes 1.28 is tested with 1.7: https://containerd.io/releases/#kubernetes-support */
  package: '1.7.27-1',
  repository: 'https://download.docker.com/linux/ubuntu',
  keyUrl: 'https://download.docker.com/linux/ubuntu/gpg',
  keyFingerprint: '9DC858229FC7DD38854AE2D88D81803C0EBFCD88',
} as const;
