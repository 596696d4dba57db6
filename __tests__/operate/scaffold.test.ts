import fc from 'fast-check';
import ts from 'typescript';
import { clusters } from '../../clusters/all';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { presets, type Answers } from '../../operate/scaffold/answers';
import { checkAnswers } from '../../operate/scaffold/check-answers';
import { definitionText, exportName } from '../../operate/scaffold/definition-text';
import { withCluster } from '../../operate/scaffold/registry';
import { scaffoldDefinition } from '../../operate/scaffold/scaffold-definition';
import { synthesize } from '../../synth/synthesize';

const answers: Answers = {
  name: 'my-cluster',
  preset: 'small',
  region: 'ap-northeast-2',
  publicDomain: 'example.com',
  domains: ['auth', 'orders'],
  owner: 'my-org',
  repository: 'my-platform',
  stateBucket: 'my-org-terraform-state',
  ownsState: true,
};

const label = fc.stringMatching(/^[a-z][a-z0-9]{1,7}(-[a-z0-9]{1,6})?$/);
const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  name: label,
  preset: fc.constantFrom(...presets),
  region: fc.constantFrom('ap-northeast-2'),
  publicDomain: label.map((name) => `${name}.example.com`),
  domains: fc.uniqueArray(label, { minLength: 1, maxLength: 6 }),
  owner: label,
  repository: label,
  stateBucket: label.map((name) => `${name}-terraform-state`),
  ownsState: fc.constant(true),
});

/** The value that the file of a definition exports. */
function evaluate(text: string, name: string, images: unknown): ClusterDefinition {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  });
  const exports: Record<string, unknown> = {};
  const require = (path: string) =>
    path.endsWith('.json') ? images : { defineCluster: (value: unknown) => value };
  new Function('exports', 'require', outputText)(exports, require);
  return exports[exportName(name)] as ClusterDefinition;
}

describe('a new cluster', () => {
  test('passes every check for 20 random answers', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const definition = scaffoldDefinition(given);
        const { summaries, registryFindings } = synthesize([definition], { now: () => 0 });
        expect([...registryFindings, ...summaries.flatMap(({ findings }) => findings)]).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test.each(presets)('is the same as text and as data in the preset %s', (preset) => {
    const definition = scaffoldDefinition({ ...answers, preset });
    expect(evaluate(definitionText(definition), answers.name, definition.gitops.images)).toEqual(definition);
  });

  test('joins the clusters that are there', () => {
    const before =
      "import type { X } from './x';\nimport { eco2 } from './eco2';\n\nexport const clusters: readonly X[] = [eco2];\n";
    expect(withCluster(before, 'my-cluster')).toBe(
      "import type { X } from './x';\nimport { eco2 } from './eco2';\nimport { myCluster } from './my-cluster';\n\nexport const clusters: readonly X[] = [eco2, myCluster];\n",
    );
    expect(withCluster('export const clusters = makeClusters();', 'my-cluster')).toBeUndefined();
  });

  test.each<[keyof Answers, Partial<Answers>]>([
    ['name', { name: 'My Cluster' }],
    ['name', { name: clusters[0]?.name ?? '' }],
    ['region', { region: 'seoul' }],
    ['publicDomain', { publicDomain: 'example' }],
    ['domains', { domains: [] }],
    ['domains', { domains: ['auth', 'auth'] }],
    ['domains', { domains: ['Auth'] }],
    ['owner', { owner: 'MyOrg' }],
    ['repository', { repository: 'a b' }],
    ['stateBucket', { stateBucket: 'B' }],
  ])('refuses a wrong %s and names the option', (option, wrong) => {
    const existing = clusters.map(({ name }) => name);
    const flag =
      option === 'name' ? 'name' : `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    expect(checkAnswers({ ...answers, ...wrong }, existing).map(({ path }) => path)).toEqual([flag]);
    expect(checkAnswers(answers, existing)).toEqual([]);
  });
});
