/** Machines that share a security group. */
export type MachineGroup =
  /** Every machine of the cluster. */
  | 'cluster'
  /** The control-plane machines. */
  | 'control-plane'
  /** The shared load balancer that the load balancer controller makes. */
  | 'load-balancer'
  /** The load balancer before several control planes. */
  | 'api-load-balancer'
  /** Interface endpoints of AWS services. */
  | 'vpc-endpoints';

/** A group of machines, or something outside, that traffic comes from or goes to. */
export type Endpoint =
  | { readonly group: MachineGroup }
  /** Addresses, inside or outside the cluster. */
  | { readonly cidr: string }
  /** S3 in the cluster's region, by the addresses that AWS publishes. */
  | { readonly service: 's3' };

/** One kind of traffic that a security group lets in or, where it goes to an address, out. */
export interface MachineFlow {
  /** Kebab-case identity: the rule's name in Terraform. */
  readonly name: string;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly protocol: 'tcp' | 'udp';
  readonly ports: readonly [first: number, last: number];
  /** The rule's description. AWS takes letters, digits, spaces and `. _-:/()#,@[]+=&;{}!$*` in it. */
  readonly why: string;
}

/** Everybody on the internet. */
export const anywhere: Endpoint = { cidr: '0.0.0.0/0' };

export const group = (name: MachineGroup): Endpoint => ({ group: name });
