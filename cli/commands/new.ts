import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { presets, type Answers, type Preset } from '../../operate/scaffold/answers';
import { checkAnswers } from '../../operate/scaffold/check-answers';
import { definitionText } from '../../operate/scaffold/definition-text';
import { withCluster } from '../../operate/scaffold/registry';
import { scaffoldDefinition } from '../../operate/scaffold/scaffold-definition';
import { imageTableText } from '../../synth/image-table';
import type { AddCommand } from '../command';
import { loadDefinitions } from '../load-definitions';
import { findingsText } from '../text/findings';
import { UserError } from '../user-error';

interface NewOptions {
  readonly preset?: Preset;
  readonly region?: string;
  readonly publicDomain?: string;
  readonly domains?: string;
  readonly owner?: string;
  readonly repository?: string;
  readonly stateBucket?: string;
}

/** `npm run new -- my-cluster`: writes a definition that passes every check. */
export const add: AddCommand = (program, { root, exit }) => {
  program
    .command('new')
    .description('write the definition of a new cluster')
    .argument('<name>', 'name of the cluster, e.g. my-cluster')
    .addOption(new Option('--preset <preset>', 'how large it is').choices(presets))
    .option('--region <region>', 'region of AWS, e.g. ap-northeast-2')
    .option('--public-domain <domain>', 'domain that you own, e.g. example.com')
    .option('--domains <names>', 'API domains, with a comma between')
    .option('--owner <owner>', 'owner of the repository on GitHub')
    .option('--repository <name>', 'name of this repository on GitHub')
    .option('--state-bucket <bucket>', "bucket for Terraform's state")
    .action(async (name: string, options: NewOptions) => {
      exit(await create(root, name, options));
    });
};

async function create(root: string, name: string, options: NewOptions): Promise<number> {
  const definitions = await loadDefinitions();
  const answers = await ask(
    name,
    options,
    definitions.map(({ terraform }) => terraform.stateBucket),
  );
  const findings = checkAnswers(
    answers,
    definitions.map((definition) => definition.name),
  );
  if (findings.length) {
    process.stderr.write(findingsText(findings.map((finding) => ({ cluster: 'new', finding }))));
    process.stderr.write('Nothing was written.\n');
    return 1;
  }
  await write(root, answers);
  process.stdout.write(
    `Wrote clusters/${name}.ts, clusters/${name}.images.json and its line in clusters/all.ts.\nNext: npm run synth, then read dist/${name} and docs/getting-started.md.\n`,
  );
  return 0;
}

/** Every answer: the option where it is given, else a question on a terminal, else the error that names the option. */
async function ask(name: string, options: NewOptions, stateBuckets: readonly string[]): Promise<Answers> {
  const answer = async (given: string | undefined, option: string, question: string, suggestion: string) => {
    if (given !== undefined) return given;
    if (process.stdin.isTTY)
      return (await import('@inquirer/prompts')).input({ message: question, default: suggestion });
    throw new UserError(
      `${option}: is missing`,
      'Without a terminal every question is answered by an option.',
      `Add ${option}, e.g. ${option} ${suggestion}.`,
    );
  };
  const preset = await answer(options.preset, '--preset', `How large (${presets.join(', ')})?`, 'small');
  const region = await answer(options.region, '--region', 'Region of AWS?', 'ap-northeast-2');
  const publicDomain = await answer(
    options.publicDomain,
    '--public-domain',
    'Domain that you own?',
    'example.com',
  );
  const domains = await answer(
    options.domains,
    '--domains',
    'API domains, with a comma between?',
    'auth,orders',
  );
  const owner = await answer(options.owner, '--owner', 'Owner of the repository on GitHub?', 'my-org');
  const repository = await answer(
    options.repository,
    '--repository',
    'Name of this repository on GitHub?',
    'my-platform',
  );
  const stateBucket = await answer(
    options.stateBucket,
    '--state-bucket',
    "Bucket for Terraform's state?",
    `${owner}-terraform-state`,
  );
  if (!isPreset(preset))
    throw new UserError(
      `--preset: is "${preset}"`,
      `A preset is one of: ${presets.join(', ')}.`,
      'Name one of them.',
    );
  return {
    name,
    preset,
    region,
    publicDomain,
    domains: domains
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    owner,
    repository,
    stateBucket,
    ownsState: !stateBuckets.includes(stateBucket),
  };
}

const isPreset = (text: string): text is Preset => (presets as readonly string[]).includes(text);

/** Writes the three files, or none. */
async function write(root: string, answers: Answers): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const config = { ...(await resolveConfig(join(root, 'clusters/all.ts'))), parser: 'typescript' };
  const definition = scaffoldDefinition(answers);
  const registry = join(root, 'clusters/all.ts');
  const before = readFileSync(registry, 'utf8');
  const after = withCluster(before, answers.name);
  const [path, images] = [`clusters/${answers.name}.ts`, `clusters/${answers.name}.images.json`];
  for (const taken of [path, images])
    if (existsSync(join(root, taken)))
      throw new UserError(
        `${taken}: exists already`,
        'new writes a new file and changes none.',
        'Choose another name, or remove the file.',
      );
  if (after === undefined)
    throw new UserError(
      'clusters/all.ts: has no list of clusters',
      'It exports one array, `clusters`, with a name for each.',
      'Restore it, and run this again.',
    );
  try {
    writeFileSync(join(root, images), imageTableText(definition.gitops.images));
    writeFileSync(join(root, path), await format(definitionText(definition), config));
    writeFileSync(registry, await format(after, config));
  } catch (error) {
    for (const made of [path, images]) rmSync(join(root, made), { force: true });
    writeFileSync(registry, before);
    throw error;
  }
}
