/** One rule that is broken on purpose in one place. */
export interface Suppression {
  /** Identifier of an outside linter's rule, e.g. `CKV_AWS_88`, or the code of one of ours. */
  readonly rule: string;
  /** Terraform address or Kubernetes object; `*` stands for any part, e.g. `aws_instance.*`, `Deployment auth/*`. */
  readonly place: string;
  /** Why breaking it is right here, as a sentence. */
  readonly reason: string;
}
