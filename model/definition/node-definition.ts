import type { InstanceTypeName } from '../aws/instance-types';
import type { DataService } from './data-definition';

interface MachineDefinition<Zone extends string> {
  readonly type: InstanceTypeName;
  /** Size of the encrypted gp3 root volume; holds the images of every pod on the node. */
  readonly rootVolumeGiB: number;
  readonly zone: Zone;
  /** The order in which machines were added; an EC2 tag, nothing depends on it. */
  readonly bringUp: number;
  /**
   * Stable number of the machine, unique in the cluster: the host part of its private address
   * (10.0.1.0/24 and number 11 give 10.0.1.11). Cannot change later: a new address replaces the instance.
   */
  readonly number: number;
  /**
   * Makes a group of this many identical nodes, named `<name>-1` … `<name>-<count>`, on consecutive numbers.
   * @default - one node with the name itself
   */
  readonly count?: number;
}

export interface ControlPlaneNodeDefinition<Zone extends string> extends MachineDefinition<Zone> {
  readonly role: 'control-plane';
}

export interface ApiNodeDefinition<
  Zone extends string,
  Domain extends string,
> extends MachineDefinition<Zone> {
  readonly role: 'api';
  /** The domain whose pods run here, and only they. */
  readonly serves: Domain;
}

export interface WorkerNodeDefinition<
  Zone extends string,
  Worker extends string,
> extends MachineDefinition<Zone> {
  readonly role: 'worker';
  /** The worker that runs here. */
  readonly serves: Worker;
}

export interface InfrastructureNodeDefinition<Zone extends string> extends MachineDefinition<Zone> {
  readonly role: 'infrastructure';
  /** The data service or `monitoring`. */
  readonly serves: DataService | 'monitoring';
}

/** One machine, or a group of identical ones. */
export type NodeDefinition<
  Zone extends string = string,
  Domain extends string = string,
  Worker extends string = string,
> =
  | ControlPlaneNodeDefinition<Zone>
  | ApiNodeDefinition<Zone, Domain>
  | WorkerNodeDefinition<Zone, Worker>
  | InfrastructureNodeDefinition<Zone>;
