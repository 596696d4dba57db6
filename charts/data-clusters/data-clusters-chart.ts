import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { declareQueues } from './declare-queues';
import { postgresql } from './postgresql';
import { rabbitmq } from './rabbitmq';
import { redis } from './redis';

/** PostgreSQL, Redis and RabbitMQ, each on its own node. */
export class DataClustersChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'data-clusters');
    postgresql(this, cluster);
    redis(this, cluster);
    rabbitmq(this, cluster);
    declareQueues(this, cluster);
  }
}
