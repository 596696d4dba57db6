import type { Severity } from '../../finding';
import type { ClusterPlacement } from '../placement/place-cluster';

/** What a placement rule reports; the rest of the finding comes from the rule itself. */
export interface PlacementViolation {
  /** `Deployment auth/auth-api` or a path of the definition. */
  readonly path: string;
  readonly problem: string;
  readonly fix: string;
}

/** One rule over where pods run. */
export interface PlacementRule {
  readonly code: string;
  /** @default - an error; a loss that nobody promised to survive is a warning */
  readonly severity?: Severity;
  readonly rule: string;
  readonly incidents?: readonly string[];
  readonly check: (placement: ClusterPlacement) => Iterable<PlacementViolation>;
}

/** Types a rule where it is written, so that its file needs no annotation. */
export const placementRule = (rule: PlacementRule): PlacementRule => rule;
