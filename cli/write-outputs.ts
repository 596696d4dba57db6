import type { Synthesis } from '../synth/synthesize';
import { withTreeLock } from '../synth/tree/lock';
import { isEmpty, planTree, type TreePlan } from '../synth/tree/plan';
import { isBeingWritten, recoverTree, writeTree } from '../synth/tree/write-tree';
import { unwritable } from './unwritable';

/**
 * Writes a synthesis that has no errors; gives what it changed. A tree that is what it should be, and that nobody is writing,
 * needs no lock.
 */
export async function writeOutputs(
  root: string,
  synthesis: Synthesis,
  isPartial: boolean,
): Promise<TreePlan> {
  try {
    const found = planTree(root, synthesis.files, isPartial);
    if (isEmpty(found) && !isBeingWritten(root)) return found;
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
