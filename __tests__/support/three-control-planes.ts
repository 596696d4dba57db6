import type { Cluster } from '../../model/cluster';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { eco2With } from './definition';

/** eco2 with three control-plane nodes behind a load balancer. */
export function threeControlPlanes(): Cluster {
  return resolveCluster(
    eco2With((d) => {
      d.controlPlane.endpoint = 'network-load-balancer';
      d.nodes['k8s-master'].count = 3;
      d.nodes['k8s-master'].number = 30;
    }),
  );
}
