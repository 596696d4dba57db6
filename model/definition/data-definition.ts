import type { Resources } from './quantity';

export type DataService = 'postgresql' | 'redis' | 'rabbitmq';

interface DataServiceDefinition {
  readonly namespace: string;
  /** Size of its gp3 volume. It can grow later, never shrink. */
  readonly volumeGiB: number;
  readonly resources: Resources;
}

export interface PostgresqlDefinition extends DataServiceDefinition {
  /** Major and minor version, e.g. `16.4`. The major cannot go back. */
  readonly version: string;
  /** Database that the APIs and workers share. */
  readonly database: string;
  readonly backup: {
    readonly bucket: string;
    readonly retentionDays: number;
  };
}

export interface RedisDefinition extends DataServiceDefinition {
  readonly version: string;
}

export interface RabbitmqDefinition extends DataServiceDefinition {
  readonly version: string;
}

export interface DataDefinition {
  readonly postgresql: PostgresqlDefinition;
  readonly redis: RedisDefinition;
  readonly rabbitmq: RabbitmqDefinition;
}

export interface MonitoringDefinition {
  readonly namespace: string;
  readonly retentionDays: number;
  /** Size of Prometheus's gp3 volume. */
  readonly volumeGiB: number;
}
