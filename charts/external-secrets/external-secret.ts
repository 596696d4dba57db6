import type { Chart } from 'cdk8s';
import { add } from '../object';
import type { ExternalSecret } from '../schemas/objects';

/** A Secret that External Secrets keeps in step with its sources. */
export interface ExternalSecretProps {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** `0` writes the Secret once and leaves it: for generated values. */
  readonly refreshInterval?: '1h' | '0';
  readonly data?: NonNullable<ExternalSecret['spec']>['data'];
  readonly dataFrom?: NonNullable<ExternalSecret['spec']>['dataFrom'];
  readonly template?: NonNullable<NonNullable<NonNullable<ExternalSecret['spec']>['target']>['template']>;
}

/**
 * Defaults of the definition. They are written out because Argo CD compares lists of custom resources as a whole: what the
 * API server fills in would be a difference for ever.
 */
const remoteDefaults = {
  conversionStrategy: 'Default',
  decodingStrategy: 'None',
  metadataPolicy: 'None',
} as const;

/** Adds an ExternalSecret whose Secret carries the same name. */
export function externalSecret(chart: Chart, props: ExternalSecretProps): void {
  const { name, namespace, labels, annotations, refreshInterval = '1h', data, dataFrom, template } = props;
  add(chart, {
    apiVersion: 'external-secrets.io/v1beta1',
    kind: 'ExternalSecret',
    metadata: {
      name,
      namespace,
      ...(labels ? { labels: { ...labels } } : {}),
      ...(annotations ? { annotations: { ...annotations } } : {}),
    },
    spec: {
      refreshInterval,
      target: {
        name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        ...(template ? { template } : {}),
      },
      ...(data
        ? { data: data.map((entry) => ({ ...entry, remoteRef: { ...remoteDefaults, ...entry.remoteRef } })) }
        : {}),
      ...(dataFrom ? { dataFrom } : {}),
    },
  });
}
