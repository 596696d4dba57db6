import type { Artifacts } from '../artifacts/artifacts';
import { builtInNamespaces } from '../knowledge/built-in-namespaces';

/** A name of the cluster's DNS in a text: `redis.databases.svc.cluster.local:6379`. */
export interface ClusterHost {
  readonly service: string;
  readonly namespace: string;
  readonly port: number | undefined;
  readonly text: string;
}

const full = /(?<![\w.-])((?:[a-z0-9][a-z0-9-]*\.){1,3})svc(?:\.cluster\.local)?(?![\w-])(?::(\d+))?/g;
const short = /(?:\/\/|@)(?:[^/@\s"']*@)?([a-z0-9][a-z0-9-]*)\.([a-z0-9][a-z0-9-]*)(?::(\d+))(?![\w.])/g;

/**
 * Finds the cluster's names in a text: those that end in `svc`, and `<service>.<namespace>:<port>` of a URL. Texts repeat,
 * and each is looked at once.
 */
export function clusterHosts({ objects }: Artifacts): (text: string) => readonly ClusterHost[] {
  const namespaces = new Set([...builtInNamespaces, ...objects.ofKind('Namespace').map(({ name }) => name)]);
  const known = new Map<string, readonly ClusterHost[]>();
  return (value) => {
    let found = known.get(value);
    if (!found) known.set(value, (found = hostsIn(value, namespaces)));
    return found;
  };
}

function hostsIn(value: string, namespaces: ReadonlySet<string>): ClusterHost[] {
  if (!value.includes('.')) return [];
  const found: ClusterHost[] = [];
  for (const [text, labels = '', port] of value.includes('.svc') ? value.matchAll(full) : []) {
    const parts = labels.split('.').filter(Boolean);
    const [namespace, service] = parts.reverse();
    if (namespace !== undefined && service !== undefined)
      found.push({ service, namespace, port: port === undefined ? undefined : Number(port), text });
  }
  for (const [text, service = '', namespace = '', port] of /\/\/|@/.test(value) ? value.matchAll(short) : [])
    if (namespaces.has(namespace))
      found.push({ service, namespace, port: Number(port), text: text.replace(/^\/\//, '') });
  return found;
}
