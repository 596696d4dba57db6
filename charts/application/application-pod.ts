import { awsIdentity } from '../../model/aws/identities';
import type { Cluster, Domain, Worker } from '../../model/cluster';
import { registryCredentials } from '../external-secrets/registry-credentials';
import { nameLabel } from '../object';
import { awsEnvironment, awsVolumeMounts, awsVolumes } from '../pod/aws-identity';
import { configChecksum } from '../pod/config-checksum';
import { nodeAffinity, preferApart, tolerations } from '../pod/placement';
import type { PriorityClassName } from '../pod/priority';
import { applicationUser, restrictedContainer, restrictedPod } from '../pod/security';
import type { Container, PodTemplateSpec } from '../schemas/objects';

/** What tells one of our own applications from another; the rest all of them share. */
export interface ApplicationPodProps {
  readonly app: Domain | Worker;
  readonly priority: PriorityClassName;
  readonly terminationGracePeriodSeconds: number;
  /** Content of its ConfigMap. */
  readonly config: Readonly<Record<string, string>>;
  readonly hasSecret: boolean;
  /** Most that may be written to /tmp. */
  readonly scratch: `${number}Mi`;
  readonly container: Pick<Container, 'name' | 'args' | 'ports' | 'lifecycle'> &
    Required<Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'>>;
  readonly volumeMounts?: Container['volumeMounts'];
}

/** The pod of an application of ours: on its own nodes, without rights, configured from its ConfigMap and Secret. */
export function applicationPod(cluster: Cluster, props: ApplicationPodProps): PodTemplateSpec {
  const { app, priority, terminationGracePeriodSeconds, config, scratch } = props;
  const labels = nameLabel(app.app);
  const identity = app.usesImagesBucket ? awsIdentity(cluster, app.app) : undefined;
  return {
    metadata: { labels, annotations: configChecksum(config) },
    spec: {
      serviceAccountName: app.app,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: [{ name: registryCredentials }],
      priorityClassName: priority,
      terminationGracePeriodSeconds,
      affinity: { nodeAffinity: nodeAffinity(app.placement), podAntiAffinity: preferApart(labels) },
      ...tolerations(app.placement),
      securityContext: restrictedPod(applicationUser),
      containers: [container(cluster, props)],
      volumes: [{ name: 'tmp', emptyDir: { sizeLimit: scratch } }, ...awsVolumes(identity)],
    },
  };
}

function container(cluster: Cluster, props: ApplicationPodProps): Container {
  const { app, hasSecret, volumeMounts = [] } = props;
  const { requests, limits } = app.resources;
  const identity = app.usesImagesBucket ? awsIdentity(cluster, app.app) : undefined;
  return {
    ...props.container,
    image: app.image.reference,
    imagePullPolicy: 'IfNotPresent',
    envFrom: [{ configMapRef: { name: app.app } }, ...(hasSecret ? [{ secretRef: { name: app.app } }] : [])],
    ...(app.usesImagesBucket ? { env: awsEnvironment(identity, cluster.region) } : {}),
    resources: { requests: { ...requests }, limits: { ...limits } },
    securityContext: restrictedContainer,
    volumeMounts: [...volumeMounts, { name: 'tmp', mountPath: '/tmp' }, ...awsVolumeMounts(identity)],
  };
}
