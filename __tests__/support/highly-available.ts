import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { checkDefinition } from '../../model/rules/check-definition';
import type { Cluster } from '../../model/cluster';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import type { Egress } from '../../model/definition/network-definition';
import { eco2With, type LooseDefinition } from './definition';

/** eco2 as an operator with money would run it: three control planes, private machines, a group of workers. */
export function highlyAvailable(
  egress: Egress = 'nat-gateway',
  change?: (d: LooseDefinition) => void,
): ClusterDefinition {
  return eco2With((d) => {
    d.quota.standardVcpu = 64;
    d.controlPlane.endpoint = 'network-load-balancer';
    d.network.egress = egress;
    d.network.flowLogs = true;
    for (const [index, letter] of ['a', 'b', 'c'].entries()) {
      d.network.zones[letter].privateSubnet = `10.0.1${String(index + 1)}.0/24`;
      d.nodes[`k8s-master-${letter}`] = { ...d.nodes['k8s-master'], zone: letter, number: 30 + index };
    }
    delete d.nodes['k8s-master'];
    Object.assign(d.nodes['k8s-worker-ai'], { count: 3, number: 40 });
    change?.(d);
  });
}

/** A definition that has to be healthy, resolved. */
export function resolved(definition: ClusterDefinition): Cluster {
  const findings = checkDefinition(definition);
  if (findings.length) throw new Error(JSON.stringify(findings, undefined, 2));
  return resolveCluster(definition);
}
