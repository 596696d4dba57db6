import type { Cluster } from '../../../model/cluster';
import { systemNamespaces } from '../../../model/system-namespaces';
import { terraformOutputs } from '../../../model/terraform-outputs';
import { projectDirectory } from './project-directory';

/** Where the hand-off puts outputs; the shape is that of scripts/hand-off.script.cjs. */
export interface HandOffConfig {
  readonly projectDirectory: string;
  readonly namespace: string;
  readonly configMap: string;
  readonly clusterSecret: string;
  readonly annotationPrefix: string;
  readonly applications: readonly string[];
  /** Outputs that go to the ConfigMap although they are marked sensitive. */
  readonly sensitive: readonly string[];
  /** Each attempt waits twice as long as the one before, at most ten seconds. */
  readonly retry: { readonly attempts: number; readonly milliseconds: number };
}

/** The hand-off of one cluster's outputs. */
export function handOffConfig({ name }: Pick<Cluster, 'name'>): HandOffConfig {
  const { configMap, clusterSecret, annotationPrefix, applications, keys } = terraformOutputs;
  return {
    projectDirectory: projectDirectory(name),
    namespace: systemNamespaces.argocd,
    configMap,
    clusterSecret,
    annotationPrefix,
    applications,
    sensitive: Object.values(keys).sort(),
    retry: { attempts: 10, milliseconds: 500 },
  };
}
