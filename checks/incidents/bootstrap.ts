import { incident, type Incident } from './incident';

/** Failures of Kubernetes bootstrap, Ansible and the pod network. */
export const bootstrapIncidents: readonly Incident[] = [
  incident('B01', 'N', 'kubeadm: CRI v1 unimplemented; pause 3.8; cgroup mismatch'),
  incident('B02', 'N', 'kube-proxy ConfigMap wrong/CrashLoop', {
    where: 'ansible/roles/control_plane/tasks/main.yml',
    what: 'kubeadm writes kube-proxy from the generated configuration in one run',
  }),
  incident('B03', 'Y', 'Workers not joined (2/6; storage; rabbitmq/pg/redis/monitoring missing)'),
  incident('B04', 'P', 'CNI installed before join / ordering'),
  incident('B05', 'N', 'Role deletes CNI dirs, breaking CNI on re-run', {
    where: 'ansible/roles/join/tasks/main.yml',
    what: 'clears only what an interrupted join left, never the network of a node',
  }),
  incident('B06', 'P', 'calico-node not Ready: BIRD', {
    where: 'ansible/roles/calico/templates/kustomization.yaml.j2',
    what: 'the probes ask Felix alone, because BGP is off',
  }),
  incident('B07', 'Y', 'Nodes NotReady chicken-egg: ArgoCD manages Calico'),
  incident('B08', 'Y', 'Calico manifest + Tigera operator dual install; AlreadyExists/immutable'),
  incident(
    'B09',
    'Y',
    'dev-calico stuck "waiting for deletion of Installation/default", CRD annotations too long (256 KiB), finalizer; whole cluster network-unavailable; log/port-forward dead (11-18 19:00–22:00)',
  ),
  incident('B10', 'Y', 'kubelet crashloop "unknown reserved Kubernetes labels" → join fails on all nodes'),
  incident('B11', 'Y', 'Global replace broke app./alb./external-dns annotations and docs URLs'),
  incident('B12', 'Y', 'CoreDNS Pending ("0/14 nodes available", taint domain=*, infrastructure)'),
  incident('B13', 'P', 'providerID missing → empty TG, 503'),
  incident('B14', 'P', 'providerID rewrite drops pod-infra args; cloud-provider=external'),
  incident('B15', 'N', 'cert-manager webhook timeouts', {
    where: 'docs/runbooks/alerts.md#CertificateExpires',
    what: 'certificates come from ACM, and an alert watches them',
  }),
  incident('B16', 'N', 'join shebang/token/quoting, reset loops', {
    where: 'ansible/playbooks/reset.yml',
    what: 'resets a node that joined by half',
  }),
  incident('B17', 'Y', '"conflicting action statements: hosts, tasks"'),
  incident('B18', 'Y', 'YAML errors in rabbitmq/postgresql tasks, unquoted colon in play names'),
  incident('B19', 'P', 'command with pipe; sh vs bash here-doc; namespace manifest newline'),
  incident('B20', 'P', "lookup('pipe') relative path; recursive var"),
  incident('B21', 'P', 'helm not installed before ALB playbook'),
  incident('B22', 'Y', 'Ingress before namespaces/ArgoCD'),
  incident('B23', 'Y', 'Ansible: argocd/root-app.yaml not found'),
  incident('B24', 'Y', 'AppProject missing → root rejected'),
  incident(
    'B25',
    'Y',
    'SSH key chaos: id_rsa / k8s-cluster-key.pem / sesacthon.pem, agent isolation, IdentitiesOnly, empty secret, deploy.sh wrong key',
  ),
  incident('B26', 'N', 'helm/containerd node packages, held kubelet uninstall', {
    where: 'ansible/roles/kubernetes_packages/tasks/main.yml',
    what: 'installs and holds the packages of one version',
  }),
  incident('B27', 'Y', 'deploy.sh line 277 kubeconfig copy failed, deprecated kubernetes.io/ingress.class'),
  incident('B28', 'Y', 'Join group, taint or label duplicated in 4 places drift'),
  incident('B29', 'P', 'argocd wait uses wrong selector', {
    where: 'ansible/roles/argocd/tasks/main.yml',
    what: 'waits for each workload of Argo CD by its name',
  }),
];
