import type { Cluster } from '../../model/cluster';

/** kube-proxy of every node. */
export function kubeProxyConfiguration(cluster: Cluster) {
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    clusterCIDR: cluster.network.podCidr,
    metricsBindAddress: '127.0.0.1:10249', // CIS 4.3.1
    mode: 'iptables',
  };
}
