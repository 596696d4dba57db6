import type { ClusterDefinition } from '../definition/cluster-definition';
import type { Finding } from '../finding';

/** What is wrong between clusters: their names, and who owns the Terraform state that they share. */
export function checkRegistry(definitions: readonly ClusterDefinition[]): Finding[] {
  return [...duplicateNames(definitions), ...stateOwners(definitions)];
}

function duplicateNames(definitions: readonly ClusterDefinition[]): Finding[] {
  const names = definitions.map((definition) => definition.name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    code: 'cluster-names-are-unique',
    severity: 'error',
    path: name,
    problem: `is the name of ${String(names.filter((other) => other === name).length)} clusters`,
    rule: 'A cluster name stands for one cluster: it names dist/<name> and the state key.',
    fix: 'Rename one of them; see clusters/all.ts.',
  }));
}

function stateOwners(definitions: readonly ClusterDefinition[]): Finding[] {
  const buckets = [...new Set(definitions.map(({ terraform }) => terraform.stateBucket))].sort();
  return buckets.flatMap((bucket) => {
    const owners = definitions.filter(
      ({ terraform }) => terraform.stateBucket === bucket && terraform.ownsState,
    );
    if (owners.length === 1) return [];
    return [
      {
        code: 'state-has-one-owner',
        severity: 'error' as const,
        path: owners[1] ? `${owners[1].name}: terraform.ownsState` : 'terraform.ownsState',
        problem: owners.length
          ? `is set by ${owners.map(({ name }) => name).join(' and ')} for the bucket ${bucket}`
          : `is set by no cluster for the bucket ${bucket}`,
        rule: 'Exactly one cluster creates the state bucket and lock table that clusters share.',
        fix: 'Set terraform.ownsState in one definition only.',
      },
    ];
  });
}
