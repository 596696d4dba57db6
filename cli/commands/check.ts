import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Option } from 'commander';
import { githubReport } from '../../checks/report/github';
import { jsonReport } from '../../checks/report/json';
import { sarifReport } from '../../checks/report/sarif';
import { textReport } from '../../checks/report/text';
import { rules } from '../../checks/rules';
import { runRules } from '../../checks/run-rules';
import { applySuppressions } from '../../checks/suppressions';
import type { Finding } from '../../model/finding';
import { readSuppressions } from '../../synth/foreign/read-suppressions';
import { readTree, type TreeParts } from '../../synth/foreign/read-tree';
import { sortFindings } from '../../synth/synthesize';
import type { AddCommand } from '../command';
import { loadDefinitions } from '../load-definitions';
import { UserError } from '../user-error';

type CheckOptions = { readonly [Part in keyof TreeParts]: string[] } & {
  readonly suppressions?: string;
  readonly format: keyof typeof reports;
};

const reports = { text: textReport, json: jsonReport, sarif: sarifReport, github: githubReport };
const partNames = ['manifests', 'terraform', 'atlantis', 'ansible', 'inventory', 'workflows'] as const;

/** `npm run check`: every rule over dist and the playbooks, or over somebody else's tree. */
export const add: AddCommand = (program, { root, exit }) => {
  const command = program
    .command('check')
    .description('check dist, or the tree that the options name, against every recorded failure');
  for (const part of partNames)
    command.option(`--${part} <path...>`, `read ${part} from these directories or files`);
  command
    .option('--suppressions <file>', 'YAML list of rule, place and reason')
    .addOption(new Option('--format <name>', 'how to print').choices(Object.keys(reports)).default('text'))
    .action(async (options: CheckOptions) => {
      exit(await check(root, options));
    });
};

async function check(root: string, options: CheckOptions): Promise<number> {
  const isForeign = partNames.some((part) => options[part] !== undefined);
  const trees = isForeign ? [options] : ownTrees(root);
  const suppressed =
    options.suppressions === undefined ? undefined : readSuppressions(fileOf(options.suppressions));
  const findings: Finding[] = [...(suppressed?.findings ?? [])];
  // The playbooks are shared: what is wrong in them is reported once, not for every cluster.
  const seen = new Set<string>();
  let files = 0;
  let others = 0;
  for (const tree of trees) {
    const read = await readTree(existing(tree));
    files += read.files;
    others += read.others;
    for (const finding of runRules(read.artifacts, rules)) {
      const key = JSON.stringify(finding);
      if (!seen.has(key)) findings.push(finding);
      seen.add(key);
    }
  }
  const inDefinitions = isForeign ? [] : (await loadDefinitions()).flatMap((one) => one.suppressions ?? []);
  const all = sortFindings(
    applySuppressions(
      findings,
      [...(suppressed?.suppressions ?? []), ...inDefinitions],
      options.suppressions ?? 'clusters',
    ),
  );
  process.stdout.write(reports[options.format](all));
  const errors = all.filter(({ severity }) => severity === 'error').length;
  process.stderr.write(
    `${String(files)} files checked by ${String(rules.length)} rules: ${String(errors)} errors, ${String(all.length - errors)} warnings` +
      `${others ? `; ${String(others)} files of other kinds were not read` : ''}.\n`,
  );
  return errors ? 1 : 0;
}

/** Each cluster of dist, with the playbooks and workflows that all share. */
function ownTrees(root: string): TreeParts[] {
  const here = (path: string) => relative(process.cwd(), join(root, path)) || '.';
  const names = readdirSync(join(root, 'dist'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const shared = { ansible: ['ansible'], workflows: ['.github/workflows'] };
  return names.map((name) => ({
    manifests: [here(`dist/${name}/argocd`), here(`dist/${name}/manifests`)],
    terraform: [here(`dist/${name}/terraform`)],
    inventory: [here(`dist/${name}/ansible/inventory.yaml`)],
    ...Object.fromEntries(
      Object.entries(shared).map(([part, paths]) => [
        part,
        paths.filter((path) => existsSync(join(root, path))).map(here),
      ]),
    ),
  }));
}

function existing(tree: TreeParts): TreeParts {
  for (const part of partNames)
    for (const path of tree[part] ?? [])
      if (!existsSync(path))
        throw new UserError(
          `--${part} ${path}: does not exist`,
          'A tree is read from disk.',
          'Correct the path.',
        );
  return tree;
}

function fileOf(path: string) {
  if (!existsSync(path))
    throw new UserError(
      `--suppressions ${path}: does not exist`,
      'Suppressions are read from a file.',
      'Correct the path.',
    );
  return { path, text: readFileSync(path, 'utf8') };
}
