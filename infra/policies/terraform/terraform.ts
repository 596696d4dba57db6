import type { Cluster } from '../../../model/cluster';
import type { ArnContext, Statement } from '../statement';
import { terraformAccess } from './access';
import { terraformEdge } from './edge';
import { terraformNetwork } from './network';
import { terraformState } from './state';

/**
 * What Atlantis needs to plan and apply the stacks, in two policies: AWS takes 6,144 characters in one.
 * Reading is by the prefixes `Describe`, `Get` and `List`, because a provider's release reads what the one before did
 * not; changing is named action by action.
 */
export function terraform(cluster: Cluster, context: ArnContext): Readonly<Record<string, Statement[]>> {
  return {
    'terraform-machines': terraformNetwork(cluster, context),
    'terraform-rest': [
      ...terraformState(cluster, context),
      ...terraformAccess(cluster, context),
      ...terraformEdge(cluster, context),
    ],
  };
}
