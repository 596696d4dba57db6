import type { DataService } from './data-definition';
import type { Resources } from './quantity';

/** One Celery worker: a StatefulSet with a write-ahead-log volume for each replica. */
export interface WorkerDefinition<Domain extends string = string> {
  /** What limits it; a node label and the choice of pool. */
  readonly type: 'io-bound' | 'network-bound';
  /** Celery's execution pool. */
  readonly pool: 'eventlet' | 'prefork';
  /** Tasks that one pod runs at a time. */
  readonly concurrency: number;
  /** RabbitMQ queue that it consumes. */
  readonly queue: `q.${string}`;
  /** The domain that it works for. */
  readonly domain: Domain;
  /** @default 1 */
  readonly replicas?: number;
  /** Size of each replica's SQLite write-ahead-log volume (gp3). */
  readonly walVolumeGiB: number;
  /** How often the log is written to PostgreSQL. @default 300 */
  readonly flushIntervalSeconds?: number;
  readonly uses: readonly DataService[];
  /** Whether its pods call HTTPS services on the internet, and why. */
  readonly callsInternet?: string;
  /**
   * Environment variables that its pods read from Parameter Store, below `<parameter path>/<name>/`. Values are put
   * there by hand, never by this repository.
   */
  readonly secrets?: readonly string[];
  /** Whether its pods read and write the images bucket. */
  readonly usesImagesBucket?: boolean;
  readonly resources: Resources;
}
