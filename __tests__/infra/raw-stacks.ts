/** Prints every stack as its CDK makes it, notes included: the program that the parity test bundles once for each CDK. */
import { App } from 'cdktf';
import { clusters } from '../../clusters/all';
import { addStacks } from '../../infra/synthesize-stacks';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { highlyAvailable } from '../support/highly-available';

const definitions = [
  ...clusters.map((definition) => [definition.name, definition] as const),
  ['highly available, NAT', highlyAvailable('nat-gateway')] as const,
  ['highly available, endpoints', highlyAvailable('vpc-endpoints')] as const,
];
const stacks = definitions.flatMap(([title, definition]) =>
  addStacks(new App({ stackTraces: false }), resolveCluster(definition)).map(({ name, stack }) => {
    stack.prepareStack();
    return [`${title}: ${name}`, stack.toTerraform() as unknown] as const;
  }),
);
process.stdout.write(JSON.stringify(Object.fromEntries(stacks)));
