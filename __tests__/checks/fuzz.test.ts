import fc from 'fast-check';
import type { Artifact } from '../../checks/artifacts/artifact';
import { Artifacts } from '../../checks/artifacts/artifacts';
import { rules } from '../../checks/rules';
import { runRules } from '../../checks/run-rules';
import { parseAnsible } from '../../synth/foreign/ansible';
import { parseInventory } from '../../synth/foreign/inventory';
import { parseManifests } from '../../synth/foreign/manifests';
import { parseYaml } from '../../synth/foreign/parse-yaml';
import { Tree, type Loose } from '../support/tree';

const source = { file: 'x' };
/** Words that rules look for, so that wrong values stand where they are read. */
const word = fc.constantFrom(
  'spec',
  'metadata',
  'template',
  'containers',
  'env',
  'name',
  'labels',
  'rules',
  'http',
  'paths',
  'egress',
  'ports',
  'to',
  'resource',
  'data',
  'aws_instance',
  'jobs',
  'steps',
  'hosts',
  'children',
  'tasks',
  'kind',
  'valueFrom',
  '__proto__',
);
const kind = fc.constantFrom(
  'Deployment',
  'Pod',
  'Service',
  'Ingress',
  'NetworkPolicy',
  'Application',
  'ApplicationSet',
  'AppProject',
  'ExternalSecret',
  'ConfigMap',
  'Secret',
  'StatefulSet',
  'CronJob',
  'ServiceMonitor',
  'Namespace',
  'CustomResourceDefinition',
  'Cluster',
  'constructor',
);
const anything = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      NaN,
      '',
      'a',
      '${',
      '${aws_x.y[0].z}',
      '{{ .a }}',
      '0.0.0.0/0',
      'a.b.svc:1',
      '[',
      'ghcr.io/a/b:',
    ),
    fc.string(),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(word, tie('node'), { maxKeys: 4 }),
  ),
})).node;

/** One value somewhere in a healthy object, replaced by anything. */
function damage(value: Loose, path: readonly number[], by: unknown): void {
  let current = value;
  for (const [depth, step] of path.entries()) {
    const keys = typeof current === 'object' && current !== null ? Object.keys(current) : [];
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    if (depth === path.length - 1 || typeof current[key] !== 'object') {
      current[key] = structuredClone(by);
      return;
    }
    current = current[key];
  }
}

describe('rules on hostile input', () => {
  test('never throw on objects, stacks, playbooks and workflows of any shape', () => {
    fc.assert(
      fc.property(
        anything,
        anything,
        kind,
        fc.constantFrom('v1', 'argoproj.io/v1alpha1', 'apps/v1', 'external-secrets.io/v1', ''),
        (a, b, name, apiVersion) => {
          const artifacts: Artifact[] = [
            { role: 'object', source, value: { apiVersion, kind: name, metadata: a, spec: b, data: a } },
            { role: 'object', source, value: a },
            {
              role: 'terraform',
              source,
              stack: 's',
              value: {
                resource: { aws_security_group: { g: a }, aws_instance: a },
                data: b,
                terraform: a,
                provider: b,
              },
            },
            { role: 'terraform', source, stack: 's', value: b },
            { role: 'inventory', source, value: { all: a, more: b } },
            { role: 'ansible', source, value: [a, { hosts: b, tasks: a }], text: '' },
            { role: 'workflow', source, value: { jobs: { a: b, b: a } }, text: '' },
            { role: 'atlantis', source, value: a },
          ];
          for (const finding of runRules(new Artifacts(artifacts), rules))
            expect(typeof finding.problem).toBe('string');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('never throw when one value of the real outputs is replaced', () => {
    const tree = new Tree();
    const all = tree.files.filter(
      ({ content }) => content.kind === 'manifest' || content.kind === 'terraform',
    );
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
        anything,
        (which, path, by) => {
          const file = all[which % all.length];
          const value = structuredClone(file?.content.value) as Loose;
          damage(value, path, by);
          const role =
            file?.content.kind === 'terraform'
              ? ({ role: 'terraform', stack: 's' } as const)
              : ({ role: 'object' } as const);
          runRules(new Artifacts([{ ...role, source, value }]), rules);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never get a throw from a reader, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            '- ',
            'a: ',
            '  ',
            '\n',
            '\t',
            '&a ',
            '*a',
            '[',
            '{',
            ']',
            '"',
            "'",
            '|',
            '>',
            '---\n',
            '<<: ',
            '!!binary ',
            '%YAML 9',
            '? ',
            '#',
            '[g]\n',
            '[g:children]\n',
            'h x=1\n',
            'kind: List\n',
            'items:\n',
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (content) => {
        const file = { path: 'x.yaml', text: content };
        const artifacts = [
          ...parseManifests(file),
          ...parseAnsible(file),
          ...parseInventory(file),
          ...parseYaml(file).problems,
        ];
        for (const { line } of runRules(new Artifacts(artifacts), rules))
          expect(line ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
