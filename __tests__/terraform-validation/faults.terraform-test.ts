import { describeWith } from '../support/describe-with';
import { committedStack, terraform } from '../support/terraform';
import { askTerraform, stackFile } from './ask';
import { faults } from './faults';

jest.setTimeout(60_000);

describeWith(terraform, "Terraform's own word on a broken stack", () => {
  test.each(faults)('$title is caught by $step', async ({ stack, breakIt, step, says }) => {
    const configuration = committedStack('eco2', stack);
    breakIt(configuration);
    const [result] = await askTerraform([stackFile(stack, configuration)]);
    expect(result?.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: `terraform-${step}-passes`,
          severity: 'error',
          problem: expect.stringMatching(says),
        }),
      ]),
    );
    if (step !== 'test') expect(result?.applied).toEqual([]);
  });

  test('at least twelve kinds of fault are tried', () => {
    expect(new Set(faults.map(({ title }) => title)).size).toBeGreaterThanOrEqual(12);
  });
});
