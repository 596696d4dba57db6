import { issuerDocuments, serviceAccountIssuer } from '../../model/aws/service-account-issuer';
import type { Cluster } from '../../model/cluster';
import { controlPlanePaths } from './control-plane-paths';
import { tlsCipherSuites, tlsMinVersion } from './tls';

const { admission, audit, auditLogs, encryption, pki } = controlPlanePaths;

/**
 * Flags of the API server beyond kubeadm's own, each with its number in the CIS Kubernetes Benchmark v1.12. kubeadm
 * already sets what 1.2.2, 1.2.4, 1.2.6 to 1.2.8, 1.2.10, 1.2.12, 1.2.13 and 1.2.22 to 1.2.26 ask for.
 *
 * Left as they are: `--anonymous-auth` (1.2.1), because kubeadm's own probes and `kubeadm join` read anonymously, and
 * RBAC grants them nothing else; AlwaysPullImages (1.2.11), because an outage of a registry would then stop pods whose
 * image is on the node; `--request-timeout` (1.2.20), whose default of 60 s fits.
 */
export function apiServerFlags(cluster: Cluster): Record<string, string> {
  return {
    'admission-control-config-file': `${admission}/admission-configuration.yaml`, // 1.2.9
    'audit-log-maxage': '30', // 1.2.17
    'audit-log-maxbackup': '10', // 1.2.18
    'audit-log-maxsize': '100', // 1.2.19
    'audit-log-path': `${auditLogs}/audit.log`, // 1.2.16
    'audit-policy-file': `${audit}/policy.yaml`, // 3.2.1
    'enable-admission-plugins': 'NodeRestriction,DenyServiceExternalIPs,EventRateLimit', // 1.2.14, 1.2.3, 1.2.9
    'encryption-provider-config': `${encryption}/configuration.yaml`, // 1.2.27, 1.2.28
    'kubelet-certificate-authority': `${pki}/ca.crt`, // 1.2.5
    profiling: 'false', // 1.2.15
    'service-account-extend-token-expiration': 'false', // 1.2.30
    'service-account-lookup': 'true', // 1.2.21
    'tls-cipher-suites': tlsCipherSuites.join(','), // 1.2.29
    'tls-min-version': tlsMinVersion,
    ...issuerFlags(cluster),
  };
}

/** AWS reads the keys at the issuer's URL, not at the API server. */
function issuerFlags(cluster: Cluster): Record<string, string> {
  const issuer = serviceAccountIssuer(cluster);
  if (!issuer) return {};
  return {
    'service-account-issuer': issuer.url,
    'service-account-jwks-uri': `${issuer.url}/${issuerDocuments.keys}`,
  };
}

/** Folders of the node that the API server's pod sees; kubeadm mounts its PKI itself. */
export const apiServerVolumes = [
  { name: 'admission', path: admission, readOnly: true, type: 'Directory' },
  { name: 'audit', path: audit, readOnly: true, type: 'Directory' },
  { name: 'audit-logs', path: auditLogs, readOnly: false, type: 'DirectoryOrCreate' },
  { name: 'encryption', path: encryption, readOnly: true, type: 'Directory' },
].map(({ name, path, readOnly, type }) => ({
  name,
  hostPath: path,
  mountPath: path,
  readOnly,
  pathType: type,
}));
