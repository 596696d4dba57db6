import type { Node } from '../../model/cluster';
import { kubeadmApiVersion } from './cluster-configuration';
import type { ControlPlaneEndpoint } from './control-plane-endpoint';
import { controlPlanePaths } from './control-plane-paths';

/** What only a run of Ansible knows, as the templates that its roles fill. */
const runtime = {
  providerId: '{{ provider_id_value }}',
  token: '{{ join_token }}',
  caHash: '{{ join_ca_hash }}',
  certificateKey: '{{ join_certificate_key }}',
} as const;

const patches = { directory: controlPlanePaths.patches };

/** How a machine registers: its name, address, provider id, labels and taints are right from the first moment. */
function nodeRegistration(node: Node) {
  return {
    name: node.name,
    criSocket: 'unix:///run/containerd/containerd.sock',
    imagePullPolicy: 'IfNotPresent',
    kubeletExtraArgs: kubeletArguments(node),
    // An empty list keeps kubeadm from adding its own taint; a missing one lets it.
    ...(node.role === 'control-plane' && node.taints.length === 0 ? { taints: [] } : {}),
  };
}

function kubeletArguments(node: Node): Record<string, string> {
  return { ...node.kubeletArguments, 'node-ip': node.privateIp, 'provider-id': runtime.providerId };
}

const localApiEndpoint = (node: Node, { port }: ControlPlaneEndpoint) => ({
  advertiseAddress: node.privateIp,
  bindPort: port,
});

/** InitConfiguration of the first control-plane node. */
export function initConfiguration(node: Node, endpoint: ControlPlaneEndpoint) {
  return {
    apiVersion: kubeadmApiVersion,
    kind: 'InitConfiguration',
    localAPIEndpoint: localApiEndpoint(node, endpoint),
    nodeRegistration: nodeRegistration(node),
    patches,
  };
}

/** JoinConfiguration of any other node; a control plane brings its own API server and etcd member. */
export function joinConfiguration(node: Node, endpoint: ControlPlaneEndpoint) {
  return {
    apiVersion: kubeadmApiVersion,
    kind: 'JoinConfiguration',
    discovery: {
      bootstrapToken: {
        apiServerEndpoint: `${endpoint.host}:${String(endpoint.port)}`,
        caCertHashes: [runtime.caHash],
        token: runtime.token,
      },
    },
    nodeRegistration: nodeRegistration(node),
    patches,
    ...(node.role === 'control-plane'
      ? {
          controlPlane: {
            certificateKey: runtime.certificateKey,
            localAPIEndpoint: localApiEndpoint(node, endpoint),
          },
        }
      : {}),
  };
}
