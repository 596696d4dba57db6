import type { Synthesis } from '../synth/synthesize';
import { withTreeLock } from '../synth/tree/lock';
import { planTree, type TreePlan } from '../synth/tree/plan';
import { recoverTree, writeTree } from '../synth/tree/write-tree';
import { unwritable } from './unwritable';

/** Writes a synthesis that has no errors; gives what it changed. */
export async function writeOutputs(
  root: string,
  synthesis: Synthesis,
  isPartial: boolean,
): Promise<TreePlan> {
  try {
    return await withTreeLock(root, () => {
      recoverTree(root);
      const plan = planTree(root, synthesis.files, isPartial);
      writeTree(root, plan);
      return plan;
    });
  } catch (error) {
    throw unwritable(error);
  }
}
