import type { StackName } from '../../model/stacks';

/** Files that bringing up one cluster makes on the operator's machine; none of them is committed. */
export function workFiles(cluster: string) {
  const folder = `.operate/${cluster}`;
  return {
    folder,
    logs: `logs/${cluster}`,
    /** Which step ended last. */
    progress: `${folder}/progress.json`,
    inventory: `${folder}/inventory.yaml`,
    kubeconfig: `${folder}/kubeconfig`,
    tunnel: `${folder}/tunnel.json`,
    handOff: `${folder}/terraform-outputs.json`,
    /** Terraform runs in a copy, so that it leaves nothing in dist. */
    stack: (stack: StackName) => `${folder}/terraform/${stack}`,
    /** Inside the copy. */
    planFile: 'reviewed.tfplan',
    outputs: (stack: StackName) => `${folder}/outputs-${stack}.json`,
  } as const;
}
