import type { RawLabelSelector, RawNodeSelectorTerm } from './parse-selector';
import type { RawResources } from './requests';

/** A PodAffinityTerm as it is written. */
export interface RawAffinityTerm {
  readonly topologyKey: string;
  readonly labelSelector?: RawLabelSelector;
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: RawLabelSelector;
}

/** A PodAffinity or PodAntiAffinity as it is written. */
export interface RawPodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly RawAffinityTerm[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight: number;
    readonly podAffinityTerm: RawAffinityTerm;
  }[];
}

/** The fields of a PodSpec that decide where it runs. */
export interface RawPodSpec extends RawResources {
  readonly nodeName?: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly affinity?: {
    readonly nodeAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: {
        readonly nodeSelectorTerms?: readonly RawNodeSelectorTerm[];
      };
      readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
        readonly weight: number;
        readonly preference: RawNodeSelectorTerm;
      }[];
    };
    readonly podAffinity?: RawPodAffinity;
    readonly podAntiAffinity?: RawPodAffinity;
  };
  readonly tolerations?: readonly {
    readonly key?: string;
    readonly operator?: string;
    readonly value?: string;
    readonly effect?: string;
  }[];
  readonly topologySpreadConstraints?: readonly {
    readonly topologyKey: string;
    readonly maxSkew: number;
    readonly whenUnsatisfiable: string;
    readonly minDomains?: number;
    readonly labelSelector?: RawLabelSelector;
    readonly matchLabelKeys?: readonly string[];
    readonly nodeAffinityPolicy?: string;
    readonly nodeTaintsPolicy?: string;
  }[];
  readonly hostNetwork?: boolean;
  readonly priorityClassName?: string;
  readonly volumes?: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}
