/** Something that Kubernetes does otherwise than the synthesizer expects, with both explanations. */
export interface Disagreement {
  /** What was rehearsed: `apply`, `second apply`, `placement`, `loss of k8s-redis`. */
  readonly during: string;
  /** `Deployment auth/auth-api`. */
  readonly object: string;
  /** What the API server, the scheduler or a controller says. */
  readonly kubernetes: string;
  /** What our own model says. */
  readonly model: string;
}
