import type { RepositoryConfig } from '../model/atlantis/repository-config';
import type { Cluster } from '../model/cluster';

/**
 * The repository's side of Atlantis: one project for each cluster and stack, planned from the committed JSON only.
 * Whatever a pull request could switch off (workflow, requirements) is the server's.
 */
export function atlantisConfig(
  clusters: readonly { cluster: Pick<Cluster, 'name'>; stacks: readonly string[] }[],
): RepositoryConfig {
  return {
    version: 3,
    automerge: false,
    // A plugin cache that several inits fill at once breaks (runatlantis/atlantis#2242).
    parallel_plan: false,
    parallel_apply: false,
    abort_on_execution_order_fail: true,
    projects: clusters.flatMap(({ cluster, stacks }) =>
      stacks.map((stack, index) => ({
        name: projectName(cluster, stack),
        dir: `dist/${cluster.name}/terraform/${stack}`,
        execution_order_group: index,
        ...(index > 0
          ? { depends_on: stacks.slice(0, index).map((before) => projectName(cluster, before)) }
          : {}),
        // Terraform reads every file of the folder, so a change of any of them is a change of the plan.
        autoplan: { enabled: true, when_modified: ['**'] },
      })),
    ),
  };
}

const projectName = (cluster: Pick<Cluster, 'name'>, stack: string): string => `${cluster.name}-${stack}`;
