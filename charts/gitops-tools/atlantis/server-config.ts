import { repositoryConfigFile } from '../../../model/atlantis/repository-config';
import type { ServerConfig } from '../../../model/atlantis/server-config';
import type { Cluster } from '../../../model/cluster';
import { paths } from './paths';

/** What every command needs of a pull request. Approval by code owners is GitHub's to enforce: docs/branch-protection.md. */
const requirements: ('approved' | 'mergeable' | 'undiverged')[] = ['approved', 'mergeable', 'undiverged'];
const workflow = 'committed-json';

/** Atlantis's own variables: the project's folder, its path in the repository, and its workspace. */
const guard = {
  run: `${paths.node} ${paths.scripts}/guard.script.cjs ${paths.policy} "$DIR" "$REPO_REL_DIR" "$WORKSPACE"`,
};
const handOff = {
  run: `${paths.node} ${paths.scripts}/hand-off.script.cjs ${paths.handOff} "$DIR" "$REPO_REL_DIR"`,
};

/** The server's side of Atlantis: the workflow and every requirement, and nothing that a pull request may change. */
export function serverConfig({ name, gitops }: Pick<Cluster, 'name' | 'gitops'>): ServerConfig {
  return {
    repos: [
      {
        id: repositoryId(gitops.repository),
        branch: `/^${gitops.branch}$/`,
        // Each cluster has a server of its own, with that cluster's credentials, so it plans that cluster's stacks only.
        repo_config_file: repositoryConfigFile(name),
        plan_requirements: requirements,
        apply_requirements: requirements,
        import_requirements: requirements,
        workflow,
        allowed_overrides: [],
        allow_custom_workflows: false,
        delete_source_branch_on_merge: false,
        repo_locks: { mode: 'on_plan' },
        policy_check: false,
        autodiscover: { mode: 'disabled' },
      },
    ],
    metrics: { prometheus: { endpoint: '/metrics' } },
    workflows: {
      [workflow]: {
        plan: { steps: [guard, 'init', { run: 'terraform validate -no-color' }, 'plan'] },
        apply: { steps: [guard, 'apply', handOff] },
        import: { steps: [guard, 'init', 'import'] },
        state_rm: { steps: [guard, 'init', 'state_rm'] },
      },
    },
  };
}

/** How Atlantis calls a repository: `github.com/owner/name`. */
export function repositoryId(address: string): string {
  const { hostname, pathname } = new URL(address);
  return `${hostname}${pathname.replace(/\.git$/, '')}`;
}
