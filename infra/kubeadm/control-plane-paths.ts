/** Where kubeadm and the API server find what Ansible writes; the roles take the same paths from the inventory. */
export const controlPlanePaths = {
  admission: '/etc/kubernetes/admission',
  audit: '/etc/kubernetes/audit',
  auditLogs: '/var/log/kubernetes/audit',
  encryption: '/etc/kubernetes/encryption',
  patches: '/etc/kubernetes/patches',
  pki: '/etc/kubernetes/pki',
} as const;
