import { incident, type Incident } from './incident';

/** Failures of Argo CD, Helm and Kustomize. */
export const deliveryIncidents: readonly Incident[] = [
  incident('E01', 'Y', 'Helm nil pointer (s3.bucket, service.port, image.repository)'),
  incident(
    'E02',
    'Y',
    'All APIs rendered though only one enabled; 20+ Deployments, userinfo/waste leftovers',
  ),
  incident('E03', 'N', 'Cached manifest errors', {
    where: 'docs/runbooks/by-hand.md#manifest-cache',
    what: 'a hard refresh empties the cache of the repo server',
  }),
  incident('E04', 'Y', 'Kustomize "not in or below"'),
  incident('E05', 'Y', 'ApplicationSet kustomize.images object'),
  incident('E06', 'Y', 'AppSet names dev-"x"; then unquoted {{…}} map key error; single vs double quotes'),
  incident(
    'E07',
    'Y',
    '"app path does not exist" (dir with only ApplicationSet; file not pushed; 7 app.yaml untracked)',
  ),
  incident('E08', 'Y', 'Helm "cannot be installed without a valid clusterName" (multi-source $values)'),
  incident('E09', 'Y', 'directory.recurse over kustomization.yaml; dev-crds recurse'),
  incident('E10', 'Y', 'kustomization missing/files named in it missing'),
  incident('E11', 'Y', 'targetRevision HEAD vs branch vs main (127 commits unpushed)'),
  incident('E12', 'Y', 'dev-redis-operator self-manage loop'),
  incident('E13', 'Y', 'two Applications named platform; gitops-tools = platform chart'),
  incident('E14', 'Y', 'Namespace created by Ansible and ArgoCD, ns duplicates, triple owner atlantis'),
  incident(
    'E15',
    'Y',
    'Missing files referenced (rabbitmq-patch.yaml, secret.yaml, image-secret, k8s/workers)',
  ),
  incident('E16', 'Y', '"kustomize v5.3.0 not registered"'),
  incident(
    'E17',
    'Y',
    'RabbitMQ operator config path wrong (installation→default→namespace/base), CRDs applied twice',
  ),
  incident('E18', 'Y', 'CRD double apply (chart + crds app), skipCrds'),
  incident('E19', 'Y', 'ESO conversion webhook service name per env'),
  incident('E20', 'Y', 'ServiceMonitor/PrometheusRule before CRD'),
  incident(
    'E21',
    'P',
    'SSA + force / RespectIgnoreDifferences conflict; webhook caBundle drift; resourceVersion 0x0',
  ),
  incident('E22', 'P', 'ArgoCD default NetworkPolicies (7) block DNS/repo'),
  incident('E23', 'Y', 'argocd-server CrashLoop "unknown command /usr/local/bin/argocd-server"'),
  incident('E24', 'N', 'Auto-sync delay, stuck OperationState, manual sync', {
    where: 'docs/runbooks/alerts.md#ApplicationOutOfSync',
    what: 'an alert names an Application that stays out of sync',
  }),
  incident('E25', 'Y', 'root/ns/calico wave ordering, CI redesign, prod cluster structure'),
  incident('E26', 'Y', 'sync-wave: missing redis in wave 25, duplicate waves, comments ≠ annotations'),
  incident('E27', 'Y', 'Application invalid fields (spec.syncWave)'),
  incident('E28', 'Y', 'hooks outside path; label job illegal value; image lacks kubectl'),
  incident('E29', 'Y', 'Waves between apps ineffective without health check; no finalizers'),
  incident('E30', 'N', 'Health: 23 apps, 10 Degraded images', {
    where: 'docs/runbooks/alerts.md#ApplicationUnhealthy',
    what: 'an alert names an Application that stays degraded',
  }),
  incident(
    'E32',
    'Y',
    'Alert rules shipped as ConfigMap; ServiceMonitor selectors vs Service labels; Ingress to names of another Helm release; passwords changeme/admin123 in git',
  ),
  incident('E31', 'Y', 'AppSet phases unused (child wave dropped in newest)'),
];
