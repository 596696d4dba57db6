import type { PodSecurityContext, SecurityContext } from '../schemas/objects';

/** Pod-level half of Pod Security `restricted`. */
export const restrictedPod = (user: number, group = user): PodSecurityContext => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: group,
  fsGroup: group,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
});

/** Container-level half of Pod Security `restricted`, with a root file system that cannot be written. */
export const restrictedContainer: SecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** User and group of our own images. */
export const applicationUser = 10001;
