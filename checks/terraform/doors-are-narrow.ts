import { rule } from '../rule';
import { covers, ingressRules } from './security-group-rules';

const doors = [22, 2379, 6443, 10250, 30000, 32767];

export const doorsAreNarrow = rule({
  code: 'doors-are-narrow',
  rule: 'SSH, the Kubernetes API, etcd, the kubelet and the node ports are closed to the internet.',
  fix: 'Name the admin networks in network.adminCidrs, or let in the group that needs it.',
  *run(artifacts) {
    for (const one of artifacts.derive(ingressRules)) {
      const port = doors.find((door) => covers(one, door, 'tcp'));
      const world = one.cidrs.find((cidr) => cidr === '0.0.0.0/0' || cidr === '::/0');
      if (port !== undefined && world !== undefined)
        yield {
          place: one.resource.at('cidr_ipv4'),
          problem: `lets ${world} reach ${String(port)} of ${one.group.address}`,
        };
    }
  },
});
