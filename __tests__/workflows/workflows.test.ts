import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const folder = join(root, '.github/workflows');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, value: parse(text, { uniqueKeys: true }) as Workflow };
});
const named = (name: string) => {
  const found = workflows.find((workflow) => workflow.name === name);
  if (!found) throw new Error(`no workflow ${name}`);
  return found;
};
const jobsOf = ({ value }: { value: Workflow }) => Object.entries(value.jobs);

test('The five workflows are there, and the one that posts what another has made', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual([
    'bootstrap.yml',
    'ci.yml',
    'drift.yml',
    'image.yml',
    'preview-comment.yml',
    'preview.yml',
  ]);
});

describe.each(workflows.map((workflow) => [workflow.name, workflow] as const))('%s', (_name, workflow) => {
  test('pins every action by commit and says which release that is', () => {
    const uses = [...workflow.text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, action = '']) => action);
    for (const action of uses) expect(action).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('starts from no right but reading, and writes in named jobs only', () => {
    expect(Object.values(workflow.value.permissions ?? { contents: 'write' })).toEqual(
      workflow.name === 'preview-comment.yml' ? ['read', 'write'] : ['read'],
    );
  });

  test('has a concurrency group and ends by itself', () => {
    expect(workflow.value.concurrency?.group).toBeTruthy();
    for (const [job, { 'timeout-minutes': minutes }] of jobsOf(workflow))
      expect([job, minutes]).toEqual([job, expect.any(Number)]);
  });

  test('puts nothing that a stranger chose into a script', () => {
    for (const [, { steps }] of jobsOf(workflow))
      for (const { run = '', with: inputs = {} } of steps)
        for (const script of [run, String(inputs['script'] ?? '')]) expect(script).not.toContain('${{');
  });

  test('keeps the checkout’s credentials only where it pushes', () => {
    for (const [job, { steps }] of jobsOf(workflow))
      for (const { uses = '', with: inputs } of steps)
        if (uses.startsWith('actions/checkout@') && job !== 'propose')
          expect(inputs?.['persist-credentials']).toBe(false);
  });

  test('runs npm scripts and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const run = jobsOf(workflow).flatMap(([, { steps }]) => steps.map((step) => step.run ?? ''));
    for (const line of run) {
      for (const [, script = ''] of line.matchAll(/npm run (?:--silent )?([a-z:]+)/g))
        expect(Object.keys(scripts)).toContain(script);
      for (const [path] of line.matchAll(/(?<![\w./$"-])(?:\.ci|ansible)\/[\w./-]+/g))
        expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    }
    for (const [document] of workflow.text.matchAll(/docs\/[\w-]+\.md/g))
      expect([document, existsSync(join(root, document))]).toEqual([document, true]);
  });
});

test('A pull request’s code never runs with a secret or a right to write', () => {
  for (const { name, value, text } of workflows) {
    expect([name, 'pull_request_target' in value.on]).toEqual([name, false]);
    if (!('pull_request' in value.on)) continue;
    expect(text).not.toContain('secrets.');
    for (const { permissions } of Object.values(value.jobs)) expect(permissions).toBeUndefined();
  }
});

test('The comment’s workflow checks nothing out', () => {
  expect(named('preview-comment.yml').text).not.toMatch(/actions\/checkout@|npm |^ +(- )?run:/m);
});

test('ci runs verify on every Node that package.json supports', () => {
  const { value, text } = named('ci.yml');
  expect(text).toContain('npm run verify');
  expect(value.jobs['verify']).toMatchObject({ strategy: { matrix: { node: [20, 22, 24] } } });
});

test('drift plans every project, and can change nothing', () => {
  const { text } = named('drift.yml');
  expect(text).toContain("yq -o=json -I=0 '[.projects[].dir]' atlantis.yaml");
  expect(text).toContain('plan -detailed-exitcode -lock=false -input=false');
  expect(text).not.toMatch(/terraform\S* apply/);
});
