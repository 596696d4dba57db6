import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { text } from '../artifacts/value';

/** Objects that an operator makes for a custom resource, by `namespace/name`. */
export interface OperatorProducts {
  readonly secrets?: readonly (readonly [string, ReadonlySet<string> | 'any'])[];
  readonly serviceAccounts?: readonly string[];
  readonly services?: readonly (readonly [string, ReadonlySet<number | string>])[];
  readonly pods?: readonly {
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

/** What the operator of a kind makes; nothing for other kinds. */
export function operatorProducts(object: ObjectArtifact): OperatorProducts[] {
  const { kind, group, name, namespace = 'default' } = object;
  const id = (suffix = '') => `${namespace}/${name}${suffix}`;
  if (kind === 'RabbitmqCluster')
    return [
      {
        // https://www.rabbitmq.com/kubernetes/operator/using-operator
        secrets: [
          [
            id('-default-user'),
            new Set([
              'username',
              'password',
              'host',
              'port',
              'provider',
              'type',
              'default_user.conf',
              'connection_string',
            ]),
          ],
          [id('-erlang-cookie'), new Set(['.erlang.cookie'])],
        ],
        serviceAccounts: [id('-server')],
        services: [
          [id(), new Set([5672, 'amqp', 15672, 'management', 15692, 'prometheus'])],
          [id('-nodes'), new Set([4369, 25672])],
        ],
        pods: [
          {
            namespace,
            labels: {
              'app.kubernetes.io/name': name,
              'app.kubernetes.io/component': 'rabbitmq',
              'app.kubernetes.io/part-of': 'rabbitmq',
            },
          },
        ],
      },
    ];
  if (kind === 'Cluster' && group === 'postgresql.cnpg.io') return [cloudNativePg(object, namespace, id)];
  if (kind === 'Certificate' && text(object.value, 'spec', 'secretName') !== undefined)
    return [
      {
        secrets: [
          [
            `${namespace}/${text(object.value, 'spec', 'secretName') ?? ''}`,
            new Set(['tls.crt', 'tls.key', 'ca.crt']),
          ],
        ],
      },
    ];
  if (kind === 'Prometheus')
    return [
      {
        services: [[`${namespace}/prometheus-operated`, new Set([9090])]],
        pods: [{ namespace, labels: { 'app.kubernetes.io/name': 'prometheus', prometheus: name } }],
      },
    ];
  return [];
}

/** https://cloudnative-pg.io/documentation/current/applications/ */
function cloudNativePg(
  { name }: ObjectArtifact,
  namespace: string,
  id: (suffix?: string) => string,
): OperatorProducts {
  const user = new Set([
    'username',
    'user',
    'password',
    'dbname',
    'host',
    'port',
    'uri',
    'jdbc-uri',
    'pgpass',
    'fqdn-uri',
    'fqdn-jdbc-uri',
  ]);
  const port = new Set<number | string>([5432, 'postgres']);
  return {
    secrets: [
      [id('-app'), user],
      [id('-superuser'), user],
      [id('-ca'), new Set(['ca.crt', 'ca.key'])],
      [id('-server'), new Set(['tls.crt', 'tls.key'])],
      [id('-replication'), new Set(['tls.crt', 'tls.key'])],
    ],
    serviceAccounts: [id()],
    services: [
      [id('-rw'), port],
      [id('-ro'), port],
      [id('-r'), port],
    ],
    pods: [{ namespace, labels: { 'cnpg.io/cluster': name, 'cnpg.io/podRole': 'instance' } }],
  };
}
