import type { ClusterPlacement } from '../model/capacity/placement/place-cluster';
import type { Estimate } from '../model/cost/estimate';

/** What a report is made from, and nothing else: the same input gives the same bytes. */
export interface ReportInput {
  readonly placement: ClusterPlacement;
  /** @default - the region has no price list, and the report says so */
  readonly estimate?: Estimate;
}
