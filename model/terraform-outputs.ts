/**
 * What the cluster learns from Terraform at run time: everything else is a name that the definition decides. Atlantis
 * writes these outputs into the ConfigMap after each apply.
 */
export const terraformOutputs = {
  /** ConfigMap in Argo CD's namespace; each key is the name of an output. */
  configMap: 'terraform-outputs',
  /** Argo CD's secret for its own cluster; short outputs are its annotations, for templates. */
  clusterSecret: 'in-cluster',
  annotationPrefix: 'terraform-outputs',
  /** Applications that read them, and look again when they change. */
  applications: ['infrastructure'],
  /** What is read; handed over also where it is marked sensitive, which keeps account ids out of comments. */
  keys: {
    /** ARN of each workload identity's role by its name; an ARN holds the account, which is not in git. */
    identityRoles: 'identity_roles',
    /** The same of the roles that the stack `edge` makes. */
    edgeIdentityRoles: 'edge_identity_roles',
    /** The Ansible inventory with addresses and instance ids. */
    inventory: 'ansible_inventory',
  },
} as const;
