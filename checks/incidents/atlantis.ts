import { incident, type Incident } from './incident';

/** Failures of Atlantis and CI. */
export const atlantisIncidents: readonly Incident[] = [
  incident('F01', 'Y', 'unmarshal "field version/automerge/… not in GlobalCfg"'),
  incident('F02', 'Y', 'exec "atlantis" not found'),
  incident('F03', 'Y', 'kubectl not found / masks /usr/local/bin'),
  incident('F04', 'Y', 'cannot parse port "tcp://10.97.3.207:80"'),
  incident('F05', 'Y', 'permission denied /atlantis-data'),
  incident('F06', 'N', 'deployment file missing on master', {
    where: 'dist/eco2/argocd/application-gitops-tools.yaml',
    what: 'Atlantis is an Application; no file is copied to a master',
  }),
  incident('F07', 'Y', 'latent: fi, repo id, -var-file, workspace, RBAC'),
  incident('F08', 'Y', 'CI all runs 0 s (heredoc indentation)'),
  incident('F09', 'Y', 'CI kustomize targets stale/missing'),
  incident(
    'F10',
    'P',
    'duplicate artifact, job outputs mapping, matrix in job-if, black blocking, invalid docker tag ://, api detection indent',
  ),
  incident('F11', 'N', 'GH token scope (workflow), gh login', {
    where: 'docs/branch-protection.md',
    what: 'says which rights each token needs',
  }),
  incident('F12', 'N', 'appset generate flags (-f, --offline), v2.10 vs 2.13', {
    where: 'docs/adr/0021-applications.md',
    what: 'there are no ApplicationSets to generate',
  }),
  incident('F13', 'Y', 'Workflow syncs an Application name that does not exist'),
];
