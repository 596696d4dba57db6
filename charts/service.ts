import type { Chart } from 'cdk8s';
import { add, nameLabel } from './object';

/** A Service whose pods the load balancer reaches. */
export interface NodePortServiceProps {
  readonly name: string;
  readonly namespace: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly port: number;
  /** Name or number of the container's port. @default 'http' */
  readonly targetPort?: string | number;
  /** What makes its pods, where no object of ours does. */
  readonly podsMadeBy?: string;
}

/**
 * Adds a Service of type NodePort, which target type `instance` needs because pods live on an overlay network.
 * `externalTrafficPolicy: Local` keeps the load balancer's source address, so a NetworkPolicy can name it: otherwise
 * requests arrive from the address of another node's VXLAN interface, which lies in the pod CIDR like every pod.
 */
export function nodePortService(chart: Chart, props: NodePortServiceProps): void {
  const { name, namespace, selector, port, targetPort = 'http', podsMadeBy } = props;
  add(chart, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: nameLabel(name),
      ...(podsMadeBy === undefined
        ? {}
        : {
            annotations: { 'ignore-check.kube-linter.io/dangling-service': `${podsMadeBy} makes the pods` },
          }),
    },
    spec: {
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      selector: { ...selector },
      ports: [{ name: 'http', port, targetPort, protocol: 'TCP' }],
    },
  });
}
