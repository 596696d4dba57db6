import { rule } from '../rule';
import { podEnds } from './pod-ends';
import { policies } from './policies';

const dns = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };

export const dnsIsReachable = rule({
  code: 'dns-is-reachable',
  rule: 'Every pod whose egress is limited may ask DNS, over UDP and over TCP.',
  fix: 'Allow 53/UDP and 53/TCP to k8s-app=kube-dns in kube-system, selected by kubernetes.io/metadata.name.',
  incidents: ['D01', 'E22', 'H03', 'H04', 'H10'],
  *run(artifacts) {
    const all = artifacts.derive(policies);
    if (!all.any) return;
    for (const end of artifacts.derive(podEnds))
      for (const protocol of ['UDP', 'TCP'] as const)
        if (!all.allows({ from: end, to: dns, port: 53, protocol }, 'Egress'))
          yield { place: end.place, problem: `leaves ${end.label} without DNS over ${protocol}` };
  },
});
