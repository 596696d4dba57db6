import { clusters } from '../../clusters/all';
import { committedStacks } from '../../terraform-validation/run/committed-stacks';
import { describeWith } from '../support/describe-with';
import { root, terraform } from '../support/terraform';
import { askTerraform, expectApplied } from './ask';

jest.setTimeout(120_000);

describeWith(terraform, "Terraform's own word on the committed stacks", () => {
  test.each(clusters.map(({ name }) => name))(
    'those of %s are valid, and applied whole against mocks',
    async (cluster) => {
      const results = await askTerraform(committedStacks(root, [cluster]));
      expect(results.length).toBeGreaterThan(1);
      expectApplied(results);
    },
  );
});
