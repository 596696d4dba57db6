import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { apiServerFlags, apiServerVolumes } from './api-server';
import type { ControlPlaneEndpoint } from './control-plane-endpoint';

/** Version of kubeadm's own API; 1.28 to 1.33 read it. */
export const kubeadmApiVersion = 'kubeadm.k8s.io/v1beta3';

/** Name of the cluster inside itself; the names of Services end with it. */
export const clusterDomain = 'cluster.local';

/**
 * kubeadm's ClusterConfiguration: https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta3/. kubeadm itself
 * meets section 2 (etcd) of the benchmark.
 */
export function clusterConfiguration(cluster: Cluster, endpoint: ControlPlaneEndpoint) {
  return {
    apiVersion: kubeadmApiVersion,
    kind: 'ClusterConfiguration',
    clusterName: cluster.name,
    kubernetesVersion: `v${cluster.versions.kubernetes}`,
    controlPlaneEndpoint: `${endpoint.host}:${String(endpoint.port)}`,
    networking: {
      dnsDomain: clusterDomain,
      podSubnet: cluster.network.podCidr,
      serviceSubnet: cluster.network.serviceCidr,
    },
    apiServer: {
      certSANs: certificateNames(cluster, endpoint),
      extraArgs: apiServerFlags(cluster),
      extraVolumes: apiServerVolumes,
      timeoutForControlPlane: '4m0s',
    },
    controllerManager: {
      extraArgs: {
        'bind-address': '127.0.0.1', // 1.3.7
        profiling: 'false', // 1.3.2
        'terminated-pod-gc-threshold': '500', // 1.3.1
      },
    },
    scheduler: {
      extraArgs: {
        'bind-address': '127.0.0.1', // 1.4.2
        profiling: 'false', // 1.4.1
      },
    },
    etcd: { local: { dataDir: '/var/lib/etcd' } },
  };
}

/** Every name and address under which the API server is called, of all control-plane nodes. */
function certificateNames(cluster: Cluster, { host, publicIp }: ControlPlaneEndpoint): string[] {
  const addresses = byName(cluster.nodes)
    .filter(([, node]) => node.role === 'control-plane')
    .flatMap(([name, node]) => [name, node.privateIp]);
  return [host, ...addresses, ...(publicIp === undefined ? [] : [publicIp]), '127.0.0.1', 'localhost'];
}
