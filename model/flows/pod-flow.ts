import type { PodGroup } from './pod-groups';

/** What pods talk to, or are talked to by. */
export type Peer =
  | { readonly kind: 'pods'; readonly group: PodGroup }
  /** Some pods, or all, of a namespace whose policies are not ours. */
  | {
      readonly kind: 'namespace';
      readonly namespace: string;
      readonly labels?: Readonly<Record<string, string>>;
    }
  /** Every pod of every namespace of ours. */
  | { readonly kind: 'every-pod' }
  /** Addresses of all machines. */
  | { readonly kind: 'nodes' }
  /**
   * The API server as a destination: Calico evaluates policies after DNAT, so it is the control plane's machines on
   * their own port, never the Service's address (10.96.0.1:443).
   */
  | { readonly kind: 'api-server' }
  /**
   * The API server as a source: a control-plane machine. To a pod of another machine it sends from the address of its
   * VXLAN interface, which lies in the pod CIDR.
   */
  | { readonly kind: 'api-server-client' }
  /** The shared load balancer; Services keep its source address (`externalTrafficPolicy: Local`). */
  | { readonly kind: 'load-balancer' }
  /** Addresses outside the VPC, or AWS endpoints inside it where nothing leaves the VPC. */
  | { readonly kind: 'internet' };

/** One kind of traffic that pods need. Whatever is not in the table is denied. */
export interface PodFlow {
  readonly from: Peer;
  readonly to: Peer;
  readonly ports: readonly number[];
  /** @default ['TCP'] */
  readonly protocols?: readonly ('TCP' | 'UDP')[];
  readonly why: string;
}
