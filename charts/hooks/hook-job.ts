import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import { registryCredentials } from '../external-secrets/registry-credentials';
import { add, nameLabel } from '../object';
import { controlPlaneScheduling, systemScheduling } from '../pod/placement';
import { applicationUser, restrictedContainer, restrictedPod } from '../pod/security';
import type { EnvVar, Volume, VolumeMount } from '../schemas/objects';
import { hook } from '../sync';

/** A script that Argo CD runs around a sync. */
export interface HookProps {
  readonly name: string;
  readonly phase: 'PreSync' | 'PostSync';
  /** Wave of the Job; its ServiceAccount, roles and ConfigMap come one wave earlier. */
  readonly wave: number;
  readonly script: string;
  /** Files below /data. */
  readonly data?: Readonly<Record<string, string>>;
  readonly env?: readonly EnvVar[];
  readonly volumes?: readonly Volume[];
  readonly volumeMounts?: readonly VolumeMount[];
  /** Objects that its script makes, as `Kind namespace/name`: what looks for them finds them here. */
  readonly makes?: readonly string[];
  /** After this the run has failed: a hook that hangs would block every later sync. */
  readonly deadlineSeconds: number;
  /**
   * Run on the control plane only: the other machines let SSH in from there and from nowhere else.
   * @default false
   */
  readonly onControlPlane?: boolean;
  readonly memory?: { readonly request: `${number}Mi`; readonly limit: `${number}Mi` };
}

const namespace = systemNamespaces.argocd;

/**
 * Adds a hook's Job with its script and ServiceAccount. Scripts are idempotent, because Argo CD may run a hook again or
 * not at all (argo-cd#25475, #27507); the Job is kept until its next run, so its log can be read.
 */
export function hookJob(chart: Chart, cluster: Cluster, props: HookProps): void {
  const { name, phase, wave, script, data = {}, deadlineSeconds } = props;
  const labels = nameLabel(name);
  const earlier = hook(phase, wave - 1);
  add(chart, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels, annotations: earlier },
  });
  add(chart, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels, annotations: earlier },
    data: { [`${name}.sh`]: script, ...data },
  });
  add(chart, {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      namespace,
      labels,
      annotations: {
        ...hook(phase, wave),
        ...(props.makes ? { 'eco2-platform/makes': props.makes.join(', ') } : {}),
      },
    },
    spec: {
      backoffLimit: 2,
      activeDeadlineSeconds: deadlineSeconds,
      ttlSecondsAfterFinished: 604_800,
      template: { metadata: { labels }, spec: podSpec(cluster, props) },
    },
  });
}

function podSpec(cluster: Cluster, props: HookProps) {
  const { name, data = {}, env = [], volumes = [], volumeMounts = [] } = props;
  const { request, limit } = props.memory ?? { request: '64Mi', limit: '192Mi' };
  return {
    restartPolicy: 'Never' as const,
    serviceAccountName: name,
    imagePullSecrets: [{ name: registryCredentials }],
    automountServiceAccountToken: true,
    enableServiceLinks: false,
    ...(props.onControlPlane ? controlPlaneScheduling() : systemScheduling(cluster)),
    securityContext: restrictedPod(applicationUser),
    containers: [
      {
        name,
        image: cluster.tools.reference,
        imagePullPolicy: 'IfNotPresent' as const,
        command: ['/bin/bash', `/scripts/${name}.sh`],
        env: [{ name: 'HOME', value: '/tmp' }, ...env],
        resources: { requests: { cpu: '20m', memory: request }, limits: { memory: limit } },
        securityContext: restrictedContainer,
        volumeMounts: [
          { name: 'scripts', mountPath: '/scripts', readOnly: true },
          { name: 'tmp', mountPath: '/tmp' },
          ...(Object.keys(data).length ? [{ name: 'data', mountPath: '/data', readOnly: true }] : []),
          ...volumeMounts,
        ],
      },
    ],
    volumes: [
      { name: 'scripts', configMap: { name, items: [{ key: `${name}.sh`, path: `${name}.sh` }] } },
      { name: 'tmp', emptyDir: { sizeLimit: '256Mi' } },
      ...(Object.keys(data).length
        ? [{ name: 'data', configMap: { name, items: Object.keys(data).map((key) => ({ key, path: key })) } }]
        : []),
      ...volumes,
    ],
  };
}
