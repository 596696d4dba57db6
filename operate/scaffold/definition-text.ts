import type { ClusterDefinition } from '../../model/definition/cluster-definition';

/** What a newcomer should know before changing a field; written above it. */
const comments: Readonly<Record<string, string>> = {
  name: 'Names dist/<name>, the state key and everything in AWS. Cannot change after the first apply.',
  quota: 'vCPUs of running on-demand standard instances: Service Quotas, L-1216C47A.',
  network:
    'The networks cannot change after the first apply; adminCidrs opens the API and SSH to an office or VPN.',
  controlPlane: 'Several control planes need a load balancer before them.',
  oidcIssuerBucket:
    'Public bucket with the keys by which AWS believes the tokens of pods; the name is unique in all of AWS.',
  roles: 'How machines are labelled, selected and kept free of other pods.',
  nodes:
    'One entry a machine. The number is the host part of its private address: never reuse one that runs.',
  domains:
    'One entry an API: namespace, Deployment, Ingress, monitoring and Argo CD Application follow from it.',
  workers: 'Celery workers, each with a queue of its own.',
  gitops: 'Where Argo CD reads this repository.',
  terraform: 'Exactly one cluster of an account owns the state bucket.',
};

/** Name of the constant that a definition's file exports: `my-cluster` gives `myCluster`. */
export function exportName(cluster: string): string {
  return cluster.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** A definition as the TypeScript file that its owner goes on with; the images stand in a file of their own. */
export function definitionText(definition: ClusterDefinition): string {
  const { name, gitops, ...rest } = definition;
  const fields = Object.entries({ name, ...rest, gitops: { ...gitops, images: '<images>' } }).map(
    ([key, value]) => {
      const comment = comments[key];
      return `${comment ? `  // ${comment}\n` : ''}  ${key}: ${literal(value)},`;
    },
  );
  return [
    "import { defineCluster } from '../model/define-cluster';",
    `import images from './${name}.images.json';`,
    '',
    `/** The cluster ${name}. */`,
    `export const ${exportName(name)} = defineCluster({`,
    fields.join('\n').replace("images: '<images>'", 'images'),
    '});',
    '',
  ].join('\n');
}

/** A plain value as a TypeScript literal; a formatter breaks its lines. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, child]) => `${propertyName(key)}: ${literal(child)}`);
  return `{ ${entries.join(', ')} }`;
}

const propertyName = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`);
