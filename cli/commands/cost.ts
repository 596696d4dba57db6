import { estimate } from '../../model/cost/estimate';
import { examine } from '../../synth/examine';
import type { AddCommand } from '../command';
import { healthyDefinitions } from '../healthy-definitions';
import { clusterOption } from '../cluster-option';
import { costText } from '../text/cost';
import { UserError } from '../user-error';

interface CostOptions {
  readonly cluster?: readonly string[];
  readonly lines?: true;
  readonly json?: true;
}

/** `npm run cost`: what a cluster costs a month, by node, stack and domain. */
export const add: AddCommand = (program, { exit }) => {
  program
    .command('cost')
    .description('show what a cluster costs a month, on demand')
    .addOption(clusterOption())
    .option('--lines', 'also every line with its price, source and date')
    .option('--json', 'print plain data')
    .action(async (options: CostOptions) => {
      exit(await cost(options));
    });
};

async function cost({ cluster, lines, json }: CostOptions): Promise<number> {
  const definitions = await healthyDefinitions(cluster);
  if (!definitions) return 1;
  const estimates = definitions.map((definition) => {
    const { placement, stacks } = examine(definition);
    const found = estimate(placement, stacks);
    if (found) return found;
    throw new UserError(
      `${definition.name}: there are no prices for ${definition.region}`,
      'Prices are listed by region.',
      'Add the region to model/aws/prices.ts, with source and date.',
    );
  });
  process.stdout.write(
    json
      ? `${JSON.stringify(estimates, undefined, 2)}\n`
      : estimates.map((one) => costText(one, lines ?? false)).join('\n'),
  );
  return 0;
}
