import type { Cluster } from '../../../model/cluster';
import { ports } from '../../../model/workloads/ports';
import type { EnvVar } from '../../schemas/objects';
import { paths } from './paths';
import { repositoryId } from './server-config';

/** Keys of the server's Secret, which are also the last part of their parameters' names. */
export const secretKeys = {
  appId: 'github-app-id',
  appKey: 'github-app-key',
  webhook: 'github-webhook',
  webUsername: 'web-username',
  webPassword: 'web-login',
} as const;

/** GitHub team whose members may command Atlantis. Without `policy_check` policies are skipped on manual plans. */
const team = 'platform';
const teamCommands = ['plan', 'apply', 'unlock', 'policy_check'];

/** Flags of `atlantis server`, each as its environment variable. */
export function atlantisEnvironment({ name, edge, gitops }: Cluster, secret: string): EnvVar[] {
  const settings: Readonly<Record<string, string>> = {
    ALLOW_COMMANDS: 'version,plan,apply,unlock',
    ALLOW_FORK_PRS: 'false',
    ATLANTIS_URL: `https://${edge.hosts.atlantis}`,
    // With `undiverged`: what is planned is the pull request merged into the newest main.
    CHECKOUT_STRATEGY: 'merge',
    DATA_DIR: paths.data,
    ENABLE_DIFF_MARKDOWN_FORMAT: 'true',
    FAIL_ON_PRE_WORKFLOW_HOOK_ERROR: 'true',
    // Its own apply check is a required one; it cannot be green before the apply that needs it.
    GH_ALLOW_MERGEABLE_BYPASS_APPLY: 'true',
    GH_APP_KEY_FILE: `${paths.secrets}/${secretKeys.appKey}`,
    GH_TEAM_ALLOWLIST: teamCommands.map((command) => `${team}:${command}`).join(','),
    HIDE_PREV_PLAN_COMMENTS: 'true',
    PARALLEL_POOL_SIZE: '1',
    PORT: String(ports.atlantis),
    REPO_ALLOWLIST: repositoryId(gitops.repository),
    REPO_CONFIG: paths.repos,
    SILENCE_NO_PROJECTS: 'true',
    // The image's own Terraform: nothing is downloaded, whatever a file asks for.
    TF_DOWNLOAD: 'false',
    // Every cluster's server reports on the same pull request.
    VCS_STATUS_NAME: `atlantis-${name}`,
    WEB_BASIC_AUTH: 'true',
  };
  const fromSecret = {
    GH_APP_ID: secretKeys.appId,
    GH_WEBHOOK_SECRET: secretKeys.webhook,
    WEB_PASSWORD: secretKeys.webPassword,
    WEB_USERNAME: secretKeys.webUsername,
  };
  return [
    ...Object.entries(settings).map(([key, value]) => ({ name: `ATLANTIS_${key}`, value })),
    ...Object.entries(fromSecret).map(([key, secretKey]) => ({
      name: `ATLANTIS_${key}`,
      valueFrom: { secretKeyRef: { name: secret, key: secretKey } },
    })),
    // Git's credentials and Terraform's own files go to the volume; the root file system cannot be written.
    { name: 'HOME', value: paths.data },
  ];
}
