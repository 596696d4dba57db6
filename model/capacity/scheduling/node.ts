import type { Allocatable } from '../allocatable';

export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** A node as the scheduler sees it. */
export interface SchedulerNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly NodeTaint[];
  /** Cordoned. */
  readonly unschedulable: boolean;
  /** Where block volumes must be to be attached. */
  readonly zone: string;
  readonly allocatable: Allocatable;
}
