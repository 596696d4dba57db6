import { synthesizeStacks } from '../../infra/synthesize-stacks';
import { describeWith } from '../support/describe-with';
import { highlyAvailable, resolved } from '../support/highly-available';
import { nodeIdentity } from '../support/node-identity';
import { terraform } from '../support/terraform';
import { askTerraform, expectApplied, stackFile } from './ask';

jest.setTimeout(120_000);

describeWith(terraform, "Terraform's own word on other clusters", () => {
  test.each([
    ['highly available behind NAT', () => highlyAvailable('nat-gateway')],
    ['highly available without internet', () => highlyAvailable('vpc-endpoints')],
    ['with credentials on the roles of its nodes', nodeIdentity],
  ])('%s: valid, and applied whole against mocks', async (_name, definition) => {
    const stacks = synthesizeStacks(resolved(definition()), 'quick');
    expectApplied(await askTerraform(stacks.map(({ name, json }) => stackFile(name, json))));
  });
});
