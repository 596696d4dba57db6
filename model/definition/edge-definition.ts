/** What users move in a month. */
export interface TrafficDefinition {
  /** Answers of the APIs to the internet. */
  readonly apiGB: number;
  readonly imagesStoredGB: number;
  /** Images to the internet, through CloudFront or from the bucket. */
  readonly imagesServedGB: number;
  readonly imageRequests: number;
}

/** Public names and what AWS serves itself. */
export interface EdgeDefinition {
  /** Hosted zone, e.g. `growbin.app`. */
  readonly domain: string;
  /**
   * Hosted zone above `domain`, in the same account; it gets the records that delegate to `domain`'s zone.
   * @default - none; whoever sells the domain points it at the zone's name servers
   */
  readonly parentDomain?: string;
  /**
   * Origins of the web site, which may load and upload images from the browser.
   * @default - `https://<domain>` and `https://www.<domain>`
   */
  readonly siteOrigins?: readonly string[];
  /** First labels of the public names below `domain`. */
  readonly hosts: {
    readonly api: string;
    readonly argocd: string;
    readonly atlantis: string;
    readonly grafana: string;
    readonly images: string;
  };
  /** Group of the one shared load balancer. */
  readonly loadBalancerGroup: string;
  /**
   * Traffic of a month, for the cost estimate only.
   * @default - none is counted
   */
  readonly traffic?: TrafficDefinition;
  readonly images: {
    readonly bucket: string;
    /** Serve the bucket through CloudFront; takes minutes to create and delete. */
    readonly cdn: boolean;
  };
}
