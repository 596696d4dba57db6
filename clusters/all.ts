import type { ClusterDefinition } from '../model/definition/cluster-definition';
import { eco2 } from './eco2';
import { eco2x13 } from './eco2-13';

/** Every cluster that this repository synthesizes, one line each. The first is drawn in the README (`docs/topology.svg`). */
export const clusters: readonly ClusterDefinition[] = [eco2, eco2x13];
