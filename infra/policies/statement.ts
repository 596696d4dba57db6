/** One statement of an IAM policy. */
export interface Statement {
  /** Name in CamelCase, unique in its policy; AWS takes letters and digits. */
  readonly sid: string;
  /** Why whoever holds the policy needs it, as a sentence. */
  readonly why: string;
  /** @default 'Allow' */
  readonly effect?: 'Allow' | 'Deny';
  /** Who it is for, in the policy of a resource or the trust of a role. */
  readonly principals?: readonly {
    readonly type: 'Service' | 'Federated' | 'AWS' | '*';
    readonly identifiers: readonly string[];
  }[];
  readonly actions: readonly string[];
  /** ARNs; none in the trust of a role. `*` alone only for actions that AWS does not tie to a resource. */
  readonly resources?: readonly string[];
  readonly conditions?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
}

/** What ARNs are made of. */
export interface ArnContext {
  readonly region: string;
  /** Account id, as a reference that Terraform fills in: none is in git. */
  readonly account: string;
}
