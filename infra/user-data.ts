import type { Cluster, Node } from '../model/cluster';
import { byName } from '../model/resolve/by-name';

/**
 * What a machine runs once, at its first start, so that Ansible finds it ready: its name, what containerd needs of the
 * kernel, the arguments with which its kubelet registers, and the agent for Session Manager. Later changes reach it
 * through Ansible and the labelling hook, never through user data.
 */
export function userData(cluster: Cluster, node: Node): string {
  return `#!/bin/bash
# Written by Terraform for ${node.name} of ${cluster.name}. Runs once, at the first start.
set -euo pipefail

hostnamectl set-hostname ${node.name}
grep -q ' ${node.name}$' /etc/hosts || echo '127.0.1.1 ${node.name}' >> /etc/hosts

# The kubelet refuses to start with swap, and containerd needs these two modules.
swapoff -a
sed -i '/\\sswap\\s/s/^/#/' /etc/fstab
cat > /etc/modules-load.d/kubernetes.conf <<'MODULES'
overlay
br_netfilter
MODULES
modprobe overlay
modprobe br_netfilter
cat > /etc/sysctl.d/90-kubernetes.conf <<'SYSCTL'
net.bridge.bridge-nf-call-iptables = 1
net.bridge.bridge-nf-call-ip6tables = 1
net.ipv4.ip_forward = 1
SYSCTL
sysctl --system
${kubeletDropIn(node)}
# Ubuntu's image has the agent as a snap; without it nobody can open a session.
snap list amazon-ssm-agent || snap install amazon-ssm-agent --classic
snap start --enable amazon-ssm-agent
`;
}

/** kubeadm reads KUBELET_EXTRA_ARGS last, and this file after its own. */
function kubeletDropIn({ kubeletArguments }: Node): string {
  const line = byName(kubeletArguments)
    .map(([name, value]) => `--${name}=${value}`)
    .join(' ');
  if (!line) return '';
  return `
# Labels and taints of this node, before its first registration.
install -d /etc/systemd/system/kubelet.service.d
cat > /etc/systemd/system/kubelet.service.d/20-registration.conf <<'DROPIN'
[Service]
EnvironmentFile=/etc/kubernetes-registration.env
DROPIN
cat > /etc/kubernetes-registration.env <<'REGISTRATION'
KUBELET_EXTRA_ARGS=${line}
REGISTRATION
`;
}
