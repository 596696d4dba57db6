/** How nodes reach the internet. Changing it later replaces every node. */
export type Egress =
  /** Public subnets and one internet gateway: the cheapest, each node has a public IPv4 address. */
  | 'internet-gateway'
  /** Private subnets and one NAT gateway a zone. */
  | 'nat-gateway'
  /** Private subnets, interface endpoints for AWS, nothing else leaves. */
  | 'vpc-endpoints';

export interface ZoneDefinition {
  /** CIDR of the zone's public subnet, inside `network.vpcCidr`. */
  readonly publicSubnet: string;
  /**
   * CIDR of the zone's private subnet, inside `network.vpcCidr`.
   * @default - none; required when `network.egress` is not `internet-gateway`
   */
  readonly privateSubnet?: string;
}

export interface NetworkDefinition<Zone extends string = string> {
  /** Cannot change after the first apply: every resource lives inside. */
  readonly vpcCidr: string;
  /** Addresses of pods (Calico's pool). Cannot change after `kubeadm init`. */
  readonly podCidr: string;
  /** Cluster addresses of Services. Cannot change after `kubeadm init`. */
  readonly serviceCidr: string;
  /** Availability zones by their letter (`a` in `ap-northeast-2` is `ap-northeast-2a`). */
  readonly zones: Readonly<Record<Zone, ZoneDefinition>>;
  /** @default 'internet-gateway' */
  readonly egress?: Egress;
  /**
   * Networks that may reach the Kubernetes API (6443) and SSH (22) from outside the VPC.
   * @default - none; operators use Session Manager
   */
  readonly adminCidrs?: readonly string[];
  /**
   * Record the VPC's traffic in CloudWatch Logs; costs money by volume.
   * @default false
   */
  readonly flowLogs?: boolean;
}
