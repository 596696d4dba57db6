import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { add, nameLabel } from '../object';

/** A public path on the shared load balancer. */
export interface PublicIngressProps {
  readonly name: string;
  readonly namespace: string;
  readonly host: string;
  /** @default '/' */
  readonly path?: string;
  /** Position among the load balancer's rules, unique in the cluster; the lower is tried first. */
  readonly order: number;
  readonly service: string;
  /** Name of the Service's port. */
  readonly port: string;
  /** Path that answers 200 when the pods are healthy. */
  readonly healthCheckPath: string;
  /** More annotations of the load balancer controller. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Positions of the tools' rules, after every domain's (1–900). */
export const toolIngressOrder = { argocd: 910, atlantis: 920, atlantisWeb: 921, grafana: 930 } as const;

/**
 * Adds an Ingress to the shared load balancer. The certificate is found by host name, so no ARN is in git; everything
 * in a group must agree on scheme and address type, so both are set here and nowhere else.
 */
export function publicIngress(chart: Chart, { edge }: Cluster, props: PublicIngressProps): void {
  const {
    name,
    namespace,
    host,
    path = '/',
    order,
    service,
    port,
    healthCheckPath,
    annotations = {},
  } = props;
  const alb = (key: string) => `alb.ingress.kubernetes.io/${key}`;
  add(chart, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      labels: nameLabel(name),
      annotations: {
        [alb('group.name')]: edge.loadBalancerGroup,
        [alb('group.order')]: String(order),
        [alb('healthcheck-path')]: healthCheckPath,
        [alb('ip-address-type')]: 'ipv4',
        [alb('listen-ports')]: '[{"HTTP":80},{"HTTPS":443}]',
        [alb('scheme')]: 'internet-facing',
        [alb('ssl-policy')]: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        [alb('ssl-redirect')]: '443',
        [alb('success-codes')]: '200',
        [alb('target-type')]: 'instance',
        ...annotations,
      },
    },
    spec: {
      ingressClassName: 'alb',
      rules: [
        {
          host,
          http: {
            paths: [
              { path, pathType: 'Prefix', backend: { service: { name: service, port: { name: port } } } },
            ],
          },
        },
      ],
    },
  });
}
