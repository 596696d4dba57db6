import type { Affinity, ResourceRequirements, SecurityContext, Toleration } from '../schemas/objects';

interface Placed {
  readonly affinity?: Affinity;
  readonly tolerations?: Toleration[];
  readonly resources?: ResourceRequirements;
  readonly priorityClassName?: string;
}

interface Enabled {
  readonly enabled: boolean;
}

interface VolumeClaim {
  readonly volumeClaimTemplate: {
    readonly spec: {
      readonly storageClassName: string;
      readonly accessModes: readonly ['ReadWriteOnce'];
      readonly resources: { readonly requests: { readonly storage: string } };
    };
  };
}

/** Values of kube-prometheus-stack that we set. */
export interface KubePrometheusStackValues {
  readonly crds: Enabled;
  readonly cleanPrometheusOperatorObjectNames: boolean;
  readonly defaultRules: { readonly create: boolean; readonly disabled: Readonly<Record<string, true>> };
  readonly kubeControllerManager: Enabled;
  readonly kubeEtcd: Enabled;
  readonly kubeScheduler: Enabled;
  readonly kubeProxy: Enabled;
  readonly prometheusOperator: Placed & {
    readonly tls: Enabled;
    readonly admissionWebhooks: Enabled;
    readonly prometheusConfigReloader: { readonly resources: ResourceRequirements };
  };
  readonly prometheus: {
    readonly prometheusSpec: Placed & {
      readonly retention: `${number}d`;
      readonly retentionSize: `${number}GB`;
      readonly walCompression: boolean;
      readonly externalLabels: Readonly<Record<string, string>>;
      readonly storageSpec: VolumeClaim;
      readonly serviceMonitorSelectorNilUsesHelmValues: boolean;
      readonly podMonitorSelectorNilUsesHelmValues: boolean;
      readonly ruleSelectorNilUsesHelmValues: boolean;
      readonly probeSelectorNilUsesHelmValues: boolean;
    };
  };
  readonly alertmanager: Enabled & {
    readonly config: object;
    readonly alertmanagerSpec: Placed & {
      readonly secrets: readonly string[];
      readonly storage: VolumeClaim;
    };
  };
  readonly grafana: Placed &
    Enabled & {
      readonly fullnameOverride: string;
      readonly admin: {
        readonly existingSecret: string;
        readonly userKey: string;
        readonly passwordKey: string;
      };
      readonly persistence: Enabled;
      readonly initChownData: Enabled;
      readonly testFramework: Enabled;
      readonly 'grafana.ini': Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
      readonly sidecar: {
        readonly resources: ResourceRequirements;
        readonly securityContext: SecurityContext;
        readonly dashboards: Enabled & { readonly label: string; readonly labelValue: string };
      };
    };
  readonly 'kube-state-metrics': Placed & { readonly fullnameOverride: string };
  readonly 'prometheus-node-exporter': Placed & {
    readonly fullnameOverride: string;
    readonly namespaceOverride: string;
    readonly extraArgs: readonly string[];
    readonly extraHostVolumeMounts: readonly {
      readonly name: string;
      readonly hostPath: string;
      readonly mountPath: string;
      readonly readOnly: boolean;
      readonly mountPropagation: 'HostToContainer' | 'None';
    }[];
  };
}
