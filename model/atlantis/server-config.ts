import * as v from 'valibot';
import { autodiscover, repositoryLocks, requirement, silencedComments, workflow } from './workflow';

/** Keys of `atlantis.yaml` that a server may let a repository override. */
const override = v.picklist([
  'plan_requirements',
  'apply_requirements',
  'import_requirements',
  'workflow',
  'delete_source_branch_on_merge',
  'repo_locking',
  'repo_locks',
  'policy_check',
  'custom_policy_check',
  'silence_pr_comments',
]);

const hook = v.strictObject({
  run: v.string(),
  description: v.exactOptional(v.string()),
  shell: v.exactOptional(v.string()),
  shellArgs: v.exactOptional(v.string()),
  commands: v.exactOptional(v.string()),
});

/** An exact `host/owner/name` or a `/regular expression/`: Atlantis takes anything else as a name that matches nothing. */
const repositoryId = v.pipe(
  v.string(),
  v.regex(/^(?:\/.+\/|[a-z0-9.-]+\/[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+)$/),
);

const repository = v.strictObject({
  id: repositoryId,
  branch: v.exactOptional(v.pipe(v.string(), v.regex(/^\/.+\/$/))),
  repo_config_file: v.exactOptional(v.string()),
  plan_requirements: v.exactOptional(v.array(requirement)),
  apply_requirements: v.exactOptional(v.array(requirement)),
  import_requirements: v.exactOptional(v.array(requirement)),
  workflow: v.exactOptional(v.string()),
  allowed_overrides: v.exactOptional(v.array(override)),
  allowed_workflows: v.exactOptional(v.array(v.string())),
  allow_custom_workflows: v.exactOptional(v.boolean()),
  delete_source_branch_on_merge: v.exactOptional(v.boolean()),
  repo_locking: v.exactOptional(v.boolean()),
  repo_locks: v.exactOptional(repositoryLocks),
  policy_check: v.exactOptional(v.boolean()),
  custom_policy_check: v.exactOptional(v.boolean()),
  pre_workflow_hooks: v.exactOptional(v.array(hook)),
  post_workflow_hooks: v.exactOptional(v.array(hook)),
  autodiscover: v.exactOptional(autodiscover),
  silence_pr_comments: v.exactOptional(silencedComments),
});

/**
 * `repos.yaml` on the server, every key that Atlantis reads there and no other: it parses strictly.
 * Source: www.runatlantis.io/docs/server-side-repo-config.html and server/core/config/raw of runatlantis/atlantis.
 */
export const serverConfig = v.pipe(
  v.strictObject({
    repos: v.array(repository),
    workflows: v.exactOptional(v.record(v.string(), workflow)),
    policies: v.exactOptional(v.unknown()),
    metrics: v.exactOptional(
      v.strictObject({
        statsd: v.exactOptional(v.strictObject({ host: v.string(), port: v.string() })),
        prometheus: v.exactOptional(v.strictObject({ endpoint: v.string() })),
      }),
    ),
    team_authz: v.exactOptional(
      v.strictObject({ command: v.string(), args: v.exactOptional(v.array(v.string())) }),
    ),
  }),
  v.check(
    ({ repos, workflows = {} }) =>
      repos.every(
        ({ workflow: name }) => name === undefined || name === 'default' || Object.hasOwn(workflows, name),
      ),
    'workflows that repos name and that exist',
  ),
);

export type ServerConfig = v.InferOutput<typeof serverConfig>;
