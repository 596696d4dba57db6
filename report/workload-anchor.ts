/**
 * Id of the card that says who may talk to a workload, from `Deployment auth/auth-api`. No kind or namespace has a dot,
 * so two workloads never share one.
 */
export const workloadAnchor = (workload: string): string => `who-${workload.replaceAll(/[ /]/g, '.')}`;
