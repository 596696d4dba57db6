import type { Chart } from 'cdk8s';
import type { Cluster, Domain, Worker } from '../../model/cluster';
import type { DataService } from '../../model/definition/data-definition';
import { dataServices, type DataServiceAddress } from '../../model/workloads/data-services';
import { externalSecret, type ExternalSecretProps } from '../external-secrets/external-secret';
import { dataStore, parameterStore } from '../external-secrets/stores';

/** Some keys of the Secret, and where their parts come from. */
interface Entry {
  readonly data: NonNullable<ExternalSecretProps['data']>;
  readonly template: Readonly<Record<string, string>>;
}

/**
 * Adds the Secret of an API or worker: an address with credentials for each data service that it uses, and its values
 * from Parameter Store. A password goes through `urlquery`, because it may hold characters that end a URL's user part.
 */
export function applicationSecret(chart: Chart, cluster: Cluster, app: Domain | Worker): boolean {
  const services = dataServices(cluster);
  const database = cluster.data.postgresql.database;
  const shared = app.uses.map((service) => connection(services[service], service, database));
  const own = app.secrets.map((name): Entry => ({
    data: [
      {
        secretKey: name,
        remoteRef: { key: `${cluster.names.parameterPath}/${app.name}/${name}` },
        sourceRef: { storeRef: parameterStore },
      },
    ],
    template: { [name]: `{{ .${name} }}` },
  }));
  const all = [...shared, ...own];
  if (!all.length) return false;
  externalSecret(chart, {
    name: app.app,
    namespace: app.namespace,
    labels: { 'app.kubernetes.io/name': app.app },
    data: all.flatMap(({ data }) => data),
    template: {
      engineVersion: 'v2',
      data: Object.fromEntries(all.flatMap(({ template }) => Object.entries(template))),
    },
  });
  return true;
}

function connection(address: DataServiceAddress, service: DataService, database: string): Entry {
  const { host, port, secret } = address;
  const at = `${host}:${String(port)}`;
  const credential = (property: 'username' | 'password') => ({
    secretKey: `${service}_${property}`,
    remoteRef: { key: secret, property },
    sourceRef: { storeRef: dataStore(service) },
  });
  const login = `{{ .${service}_username | urlquery }}:{{ .${service}_password | urlquery }}`;
  switch (service) {
    case 'postgresql':
      return {
        data: [credential('username'), credential('password')],
        template: { DATABASE_URL: `postgresql://${login}@${at}/${database}?sslmode=require` },
      };
    case 'rabbitmq':
      return {
        data: [credential('username'), credential('password')],
        template: { CELERY_BROKER_URL: `amqp://${login}@${at}/` },
      };
    case 'redis':
      return {
        data: [credential('password')],
        template: { REDIS_URL: `redis://:{{ .redis_password | urlquery }}@${at}/0` },
      };
  }
}
