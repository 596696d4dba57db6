import { kubeletReserves } from '../../model/capacity/kubelet-reserves';
import type { Cluster, Node } from '../../model/cluster';
import { hostAddress } from '../../model/network/cidr';
import { clusterDomain } from './cluster-configuration';
import { controlPlanePaths } from './control-plane-paths';
import { tlsCipherSuites, tlsMinVersion } from './tls';

const kubeletApiVersion = 'kubelet.config.k8s.io/v1beta1';
const kind = 'KubeletConfiguration';

/** Address of CoreDNS: the tenth of the Services' range, as kubeadm chooses it. */
export const clusterDns = (cluster: Cluster): string => hostAddress(cluster.network.serviceCidr, 10);

/** What all kubelets share, with the numbers of the CIS Kubernetes Benchmark v1.12. */
export function kubeletConfiguration(cluster: Cluster) {
  return {
    apiVersion: kubeletApiVersion,
    kind,
    authentication: {
      anonymous: { enabled: false }, // 4.2.1
      webhook: { enabled: true },
      x509: { clientCAFile: `${controlPlanePaths.pki}/ca.crt` }, // 4.2.3
    },
    authorization: { mode: 'Webhook' }, // 4.2.2
    cgroupDriver: 'systemd',
    clusterDNS: [clusterDns(cluster)],
    clusterDomain,
    containerLogMaxFiles: 3,
    containerLogMaxSize: '10Mi',
    eventRecordQPS: 50, // 4.2.8
    makeIPTablesUtilChains: true, // 4.2.6
    podPidsLimit: 2048, // 4.2.13
    protectKernelDefaults: true,
    readOnlyPort: 0, // 4.2.4
    rotateCertificates: true, // 4.2.10
    seccompDefault: true, // 4.2.14
    // The kubelet asks the cluster for its serving certificate instead of signing one itself (4.2.9, 4.2.11).
    serverTLSBootstrap: true,
    // Longer than the workers' grace period would keep a machine from rebooting; pods beyond it are killed.
    shutdownGracePeriod: '90s',
    shutdownGracePeriodCriticalPods: '20s',
    streamingConnectionIdleTimeout: '1h0m0s', // 4.2.5
    tlsCipherSuites, // 4.2.12
    tlsMinVersion,
  };
}

/**
 * What differs from machine to machine, as a merge patch that kubeadm applies on that machine: the reserves are those
 * that the placement proof counts with.
 */
export function kubeletPatch(node: Node) {
  return { apiVersion: kubeletApiVersion, kind, ...kubeletReserves(node.instance) };
}
