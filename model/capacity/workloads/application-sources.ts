import type { KubernetesObject } from '../../kubernetes-object';

/** A source of an Argo CD Application, with what the Application gives to all of them. */
export interface ApplicationSource<Source> {
  readonly application: string;
  /** Namespace of what the source does not put elsewhere. */
  readonly namespace: string;
  readonly source: Source;
}

/** Sources of an Argo CD Application as they are written, one or several; none for other kinds. */
export function applicationSources<Source>(object: KubernetesObject): ApplicationSource<Source>[] {
  if (object.kind !== 'Application' || !object.apiVersion.startsWith('argoproj.io/')) return [];
  const spec = object['spec'] as {
    source?: Source;
    sources?: readonly Source[];
    destination?: { namespace?: string };
  };
  return [...(spec.source ? [spec.source] : []), ...(spec.sources ?? [])].map((source) => ({
    application: object.metadata.name,
    namespace: spec.destination?.namespace ?? 'default',
    source,
  }));
}
