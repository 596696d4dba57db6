import { performance } from 'node:perf_hooks';
import { Option } from 'commander';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { imageApp, imageNames } from '../../model/rules/image-app';
import { nearest } from '../../model/rules/nearest';
import {
  imageTablePath,
  withImageLock,
  withImages,
  withImagesFromDisk,
  writeImageTable,
} from '../../synth/image-table';
import { synthesize } from '../../synth/synthesize';
import type { AddCommand } from '../command';
import { chooseClusters, loadDefinitions } from '../load-definitions';
import { changedFilesText } from '../text/changed-files';
import { findingsOf, findingsText } from '../text/findings';
import { UserError } from '../user-error';
import { writeOutputs } from '../write-outputs';

/** `npm run image -- auth v1.2.3`: sets one application's image and writes what follows from it. */
export const add: AddCommand = (program, { root, exit }) => {
  program
    .command('image')
    .description('set the image of a domain or worker, and write dist/')
    .argument('<name>', 'domain, worker or application, e.g. auth')
    .argument('<version>', 'tag such as v1.2.3, or sha256:… digest')
    .addOption(new Option('-c, --cluster <name>', 'cluster (default: the first of clusters/all.ts)'))
    .action(async (name: string, version: string, { cluster }: { cluster?: string }) => {
      exit(await withImageLock(root, () => setImage(root, name, version, cluster)));
    });
};

async function setImage(root: string, name: string, version: string, cluster?: string): Promise<number> {
  const definitions = (await loadDefinitions()).map((definition) => withImagesFromDisk(root, definition));
  const [chosen = definitions[0]?.name] = chooseClusters(definitions, cluster ? [cluster] : undefined) ?? [];
  const definition = definitions.find((candidate) => candidate.name === chosen);
  if (!definition) throw new Error('clusters/all.ts lists no cluster');
  const { images } = definition.gitops;
  const app = knownApp(definition, name);
  const table = { ...images, [app]: version };
  const synthesis = synthesize(
    definitions.map((each) => (each === definition ? withImages(each, table) : each)),
    { now: () => performance.now() },
  );
  process.stderr.write(findingsText(findingsOf(synthesis)));
  if (!synthesis.ok) {
    process.stderr.write('Nothing was written.\n');
    return 1;
  }
  writeImageTable(root, definition.name, table);
  const plan = await writeOutputs(root, synthesis, false).catch((error: unknown) => {
    writeImageTable(root, definition.name, images);
    throw error;
  });
  const path = imageTablePath(definition.name);
  const before = images[app] ?? 'none';
  process.stdout.write(
    before === version
      ? `${path}: ${app} is ${version} already\n`
      : `${path}: ${app} ${before} → ${version}\n`,
  );
  process.stdout.write(changedFilesText(plan));
  return 0;
}

function knownApp(definition: ClusterDefinition, name: string): string {
  const app = imageApp(definition, name);
  if (app !== undefined) return app;
  const names = [...imageNames(definition).keys()];
  const guess = nearest(name, names);
  throw new UserError(
    `${name}: cluster ${definition.name} has no such domain or worker`,
    `An image belongs to one of: ${[...new Set(imageNames(definition).values())].sort().join(', ')}.`,
    guess ? `Did you mean ${guess}?` : 'Name one of these, or another cluster with --cluster.',
  );
}
