import * as v from 'valibot';
import { autodiscover, repositoryLocks, requirement, silencedComments, workflow } from './workflow';

/** A path inside the repository. */
const directory = v.pipe(
  v.string(),
  v.check((path) => !path.split('/').includes('..') && !path.startsWith('/'), 'a path inside the repository'),
);

const project = v.strictObject({
  name: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.~/-]+$/))),
  dir: directory,
  branch: v.exactOptional(v.pipe(v.string(), v.regex(/^\/.*\/$/))),
  workspace: v.exactOptional(v.string()),
  workflow: v.exactOptional(v.string()),
  terraform_distribution: v.exactOptional(v.picklist(['terraform', 'opentofu'])),
  terraform_version: v.exactOptional(v.string()),
  autoplan: v.exactOptional(
    v.strictObject({
      enabled: v.exactOptional(v.boolean()),
      when_modified: v.exactOptional(v.array(v.string())),
    }),
  ),
  plan_requirements: v.exactOptional(v.array(requirement)),
  apply_requirements: v.exactOptional(v.array(requirement)),
  import_requirements: v.exactOptional(v.array(requirement)),
  depends_on: v.exactOptional(v.array(v.string())),
  delete_source_branch_on_merge: v.exactOptional(v.boolean()),
  repo_locking: v.exactOptional(v.boolean()),
  repo_locks: v.exactOptional(repositoryLocks),
  execution_order_group: v.exactOptional(v.pipe(v.number(), v.integer())),
  policy_check: v.exactOptional(v.boolean()),
  custom_policy_check: v.exactOptional(v.boolean()),
  silence_pr_comments: v.exactOptional(silencedComments),
});

/**
 * `atlantis.yaml` in the repository, every key that Atlantis reads there and no other: it parses strictly.
 * Source: server/core/config/raw/repo_cfg.go and project.go of runatlantis/atlantis.
 */
export const repositoryConfig = v.strictObject({
  version: v.literal(3),
  projects: v.exactOptional(v.array(project)),
  workflows: v.exactOptional(v.record(v.string(), workflow)),
  policies: v.exactOptional(v.unknown()),
  autodiscover: v.exactOptional(autodiscover),
  automerge: v.exactOptional(v.boolean()),
  parallel_apply: v.exactOptional(v.boolean()),
  parallel_plan: v.exactOptional(v.boolean()),
  delete_source_branch_on_merge: v.exactOptional(v.boolean()),
  emoji_reaction: v.exactOptional(v.string()),
  allowed_regexp_prefixes: v.exactOptional(v.array(v.string())),
  abort_on_execution_order_fail: v.exactOptional(v.boolean()),
  repo_locks: v.exactOptional(repositoryLocks),
  silence_pr_comments: v.exactOptional(silencedComments),
});

export type RepositoryConfig = v.InferOutput<typeof repositoryConfig>;

/** Where the projects of one cluster stand; `atlantis.yaml` at the root lists those of all. */
export const repositoryConfigFile = (cluster: string): string => `dist/${cluster}/atlantis.yaml`;
