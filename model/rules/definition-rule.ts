import type { ClusterDefinition } from '../definition/cluster-definition';
import type { Finding } from '../finding';

/** What a definition rule reports; code, severity, rule and incidents are added from the rule itself. */
export interface Violation {
  /** Path in the definition, e.g. `nodes.k8s-api-auth.rootVolumeGiB`. */
  readonly path: string;
  readonly problem: string;
  readonly fix: string;
}

/** One rule over a definition as written. */
export interface DefinitionRule {
  readonly code: string;
  readonly rule: string;
  readonly incidents?: readonly string[];
  readonly severity?: Finding['severity'];
  readonly check: (definition: ClusterDefinition) => Iterable<Violation>;
}

/** Types a rule where it is written, so that its file needs no annotation. */
export const definitionRule = (rule: DefinitionRule): DefinitionRule => rule;
