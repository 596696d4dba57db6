/** API groups whose definitions an operator's own repository installs, by the end of the repository's address. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'cloudnative-pg/cloudnative-pg': ['postgresql.cnpg.io'],
  'rabbitmq/cluster-operator': ['rabbitmq.com'],
};

/** Groups that an Application's git source installs; nothing for other repositories. */
export function repositoryGroups(repository: string | undefined): readonly string[] {
  const name = nameOf(repository);
  return name === undefined ? [] : (groups[name] ?? []);
}

/** Labels of the operator's pods, by the same key. */
const pods: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'rabbitmq/cluster-operator': {
    'app.kubernetes.io/name': 'rabbitmq-cluster-operator',
    'app.kubernetes.io/component': 'rabbitmq-operator',
    'app.kubernetes.io/part-of': 'rabbitmq',
  },
};

/** Pods that an Application's git source runs; nothing for other repositories. */
export function repositoryPods(repository: string | undefined): readonly Readonly<Record<string, string>>[] {
  const labels = pods[nameOf(repository) ?? ''];
  return labels === undefined ? [] : [labels];
}

/** `rabbitmq/cluster-operator` of `https://github.com/rabbitmq/cluster-operator.git`. */
function nameOf(repository: string | undefined): string | undefined {
  return repository
    ?.replace(/\.git$/, '')
    .split('/')
    .slice(-2)
    .join('/');
}
