import type { Cluster } from '../cluster';
import type { DataService } from '../definition/data-definition';
import { ports } from './ports';

/** How clients reach a data service, and how its pods are told apart. */
export interface DataServiceAddress {
  /** Name of its main object; operators name everything else after it. */
  readonly name: string;
  readonly namespace: string;
  /** Service that clients connect to. */
  readonly service: string;
  /** Full DNS name of that Service. */
  readonly host: string;
  readonly port: number;
  /** Labels of its pods. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Secret in its namespace that holds a client's user and password. */
  readonly secret: string;
}

/** DNS name of a Service in the cluster. */
export const serviceHost = (service: string, namespace: string): string =>
  `${service}.${namespace}.svc.cluster.local`;

/** Addresses of the data services. Names of Services, labels and Secrets are those that their operators give. */
export function dataServices({
  data,
}: Pick<Cluster, 'data'>): Readonly<Record<DataService, DataServiceAddress>> {
  const address = (
    name: DataService,
    props: Pick<DataServiceAddress, 'service' | 'port' | 'podLabels' | 'secret'>,
  ): DataServiceAddress => {
    const { namespace } = data[name];
    return { name, namespace, host: serviceHost(props.service, namespace), ...props };
  };
  return {
    postgresql: address('postgresql', {
      service: 'postgresql-rw',
      port: ports.postgresql,
      podLabels: { 'cnpg.io/cluster': 'postgresql' },
      secret: 'postgresql-app',
    }),
    redis: address('redis', {
      service: 'redis',
      port: ports.redis,
      podLabels: { 'app.kubernetes.io/name': 'redis' },
      secret: 'redis-auth',
    }),
    rabbitmq: address('rabbitmq', {
      service: 'rabbitmq',
      port: ports.amqp,
      podLabels: { 'app.kubernetes.io/name': 'rabbitmq' },
      secret: 'rabbitmq-default-user',
    }),
  };
}
