import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { estimate } from '../../model/cost/estimate';
import { reportPage } from '../../report/page';
import { examine } from '../../synth/examine';
import type { AddCommand } from '../command';
import { healthyDefinitions } from '../healthy-definitions';
import { clusterOption } from '../cluster-option';
import { unwritable } from '../unwritable';

/** `npm run report`: one page for people about each cluster, in `reports/`, which is not committed. */
export const add: AddCommand = (program, { root, exit }) => {
  program
    .command('report')
    .description('write one HTML page about each cluster to reports/')
    .addOption(clusterOption())
    .action(async ({ cluster }: { readonly cluster?: readonly string[] }) => {
      exit(await report(root, cluster));
    });
};

async function report(root: string, names: readonly string[] | undefined): Promise<number> {
  const definitions = await healthyDefinitions(names);
  if (!definitions) return 1;
  for (const definition of definitions) {
    const { placement, stacks } = examine(definition);
    const found = estimate(placement, stacks);
    const path = `reports/${definition.name}/index.html`;
    write(join(root, path), reportPage({ placement, ...(found ? { estimate: found } : {}) }));
    process.stdout.write(`${path}\n`);
  }
  return 0;
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw unwritable(error, {
      rule: 'Reports are written to reports/, one folder for each cluster.',
      fix: 'Clear the way and run npm run report again.',
    });
  }
}
