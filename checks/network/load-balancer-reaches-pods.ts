import { fields, list, number, text } from '../artifacts/value';
import { ownPodIndex } from '../kubernetes/all-pods';
import { rule } from '../rule';
import { parseAddress, policies } from './policies';
import type { IpBlock } from './policy';

export const loadBalancerReachesPods = rule({
  code: 'load-balancer-reaches-pods',
  rule: 'Pods behind an Ingress with instance targets accept traffic from the addresses of the nodes, health checks included.',
  fix: 'Allow the subnets of the nodes to the port of the container.',
  incidents: ['H01', 'H09'],
  *run(artifacts) {
    const all = artifacts.derive(policies);
    const addresses = artifacts.inventory.hosts.flatMap(({ vars }) =>
      typeof vars['private_ip'] === 'string' ? [vars['private_ip']] : [],
    );
    if (!all.any || !addresses.length) return;
    const outside = outsideOf(addresses);
    const pods = artifacts.derive(ownPodIndex);
    for (const ingress of artifacts.objects.ofKind('Ingress'))
      for (const [index, one] of list(ingress.value, 'spec', 'rules').entries())
        for (const [inner, path] of list(one, 'http', 'paths').entries()) {
          const service = artifacts.objects.get(
            'Service',
            ingress.namespace,
            text(path, 'backend', 'service', 'name') ?? '',
          );
          const matchLabels = fields(service?.value, 'spec', 'selector');
          if (!Object.keys(matchLabels).length) continue;
          for (const pod of pods.selected(ingress.namespace, { matchLabels })) {
            const ports = pod.containers.flatMap(({ value }) =>
              list(value, 'ports')
                .filter((entry) => text(entry, 'name') === 'http')
                .map((entry) => number(entry, 'containerPort') ?? 0),
            );
            const to = { namespace: pod.namespace ?? '', labels: pod.labels };
            const shut = ports.flatMap((port) => outside(all.openTo({ to, port, protocol: 'TCP' })));
            if (shut.length)
              yield {
                place: ingress.at('spec', 'rules', index, 'http', 'paths', inner, 'backend', 'service'),
                problem: `leads to ${pod.owner.label}, which lets ${String(new Set(shut).size)} nodes such as ${shut[0] ?? ''} not in`,
              };
          }
        }
  },
});

/** Which of the addresses no block holds. Most pods are open to the same blocks, so each set of blocks is asked once. */
function outsideOf(addresses: readonly string[]) {
  const parsed = addresses.map((text) => ({ text, address: parseAddress(text) }));
  const known = new Map<string, readonly string[]>();
  return (blocks: readonly IpBlock[] | undefined): readonly string[] => {
    if (!blocks) return [];
    const key = JSON.stringify(blocks);
    const found =
      known.get(key) ??
      parsed
        .filter(({ address }) => !address || !blocks.some(({ holds }) => holds(address)))
        .map(({ text }) => text);
    known.set(key, found);
    return found;
  };
}
