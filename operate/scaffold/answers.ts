/** How large a new cluster is. */
export type Preset =
  /** One machine that runs everything; for trying things out. */
  | 'lab'
  /** A machine for each domain and service, in three zones; one control plane. */
  | 'small'
  /** Three control planes behind a load balancer, private machines, each domain in two zones. */
  | 'highly-available';

export const presets: readonly Preset[] = ['lab', 'small', 'highly-available'];

/** What `npm run new` asks. */
export interface Answers {
  /** Name of the cluster, and of its file below clusters/. */
  readonly name: string;
  readonly preset: Preset;
  /** AWS region, e.g. `ap-northeast-2`. */
  readonly region: string;
  /** Public domain that the cluster serves, e.g. `example.com`. */
  readonly publicDomain: string;
  /** Names of the API domains. */
  readonly domains: readonly string[];
  /** Owner of the repository and of the images on GitHub, lower case. */
  readonly owner: string;
  /** Name of this repository on GitHub. */
  readonly repository: string;
  /** Bucket for Terraform's state, and whether this cluster creates it: the first of an account does. */
  readonly stateBucket: string;
  readonly ownsState: boolean;
}
