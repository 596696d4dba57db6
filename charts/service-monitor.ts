import type { Chart } from 'cdk8s';
import { add, nameLabel } from './object';

/** Which endpoints Prometheus scrapes. */
export interface ServiceMonitorProps {
  readonly name: string;
  readonly namespace: string;
  /** Labels of the Service. */
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Namespace of the Service. @default - that of the ServiceMonitor */
  readonly targetNamespace?: string;
  /** Name of the Service's port. */
  readonly port: string;
  /** @default '/metrics' */
  readonly path?: string;
}

/** How often Prometheus scrapes our own targets. */
export const scrapeInterval = '30s';

/** Adds a ServiceMonitor; Prometheus takes every one in the cluster. */
export function serviceMonitor(chart: Chart, props: ServiceMonitorProps): void {
  const { name, namespace, matchLabels, targetNamespace = namespace, port, path = '/metrics' } = props;
  add(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name, namespace, labels: nameLabel(name) },
    spec: {
      selector: { matchLabels: { ...matchLabels } },
      namespaceSelector: { matchNames: [targetNamespace] },
      endpoints: [{ port, path, interval: scrapeInterval }],
    },
  });
}
