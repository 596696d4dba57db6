import { awsIdentityMount, awsTokenAudience, type AwsIdentity } from '../../model/aws/identities';
import type { EnvVar, Volume, VolumeMount } from '../schemas/objects';

const volumeName = 'aws-identity';

/** The role that a container takes; nothing where pods use their node's role. */
export function awsRole(identity: AwsIdentity | undefined): EnvVar[] {
  if (!identity) return [];
  return [
    {
      name: 'AWS_ROLE_ARN',
      valueFrom: { configMapKeyRef: { name: identity.configMap, key: 'AWS_ROLE_ARN' } },
    },
    { name: 'AWS_WEB_IDENTITY_TOKEN_FILE', value: `${awsIdentityMount}/token` },
  ];
}

/** What a container needs to act in AWS: the region, and its pod's own role. */
export function awsEnvironment(identity: AwsIdentity | undefined, region: string): EnvVar[] {
  return [{ name: 'AWS_REGION', value: region }, ...awsRole(identity)];
}

/** Volume with a token for AWS's token service, renewed by the kubelet, and the role's configuration file. */
export function awsVolumes(identity: AwsIdentity | undefined): Volume[] {
  if (!identity) return [];
  return [
    {
      name: volumeName,
      projected: {
        // Only its own pod sees it, and not every chart sets a group for its volumes.
        defaultMode: 0o444,
        sources: [
          { serviceAccountToken: { audience: awsTokenAudience, expirationSeconds: 3600, path: 'token' } },
          { configMap: { name: identity.configMap, items: [{ key: 'config', path: 'config' }] } },
        ],
      },
    },
  ];
}

/** Where the volume goes. */
export function awsVolumeMounts(identity: AwsIdentity | undefined): VolumeMount[] {
  return identity ? [{ name: volumeName, mountPath: awsIdentityMount, readOnly: true }] : [];
}
