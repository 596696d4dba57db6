import { clusters } from '../../clusters/all';
import { checkDefinition } from '../../model/rules/check-definition';
import { definitionRules } from '../../model/rules/definition-rules';
import { eco2With } from '../support/definition';
import { brokenMachineAccess } from './broken-machine-access';
import { brokenMachinesAndWorkloads } from './broken-machines-and-workloads';
import { brokenShapesAndNetworks } from './broken-shapes-and-networks';

const node = 'k8s-api-auth';

const cases = [...brokenShapesAndNetworks, ...brokenMachinesAndWorkloads, ...brokenMachineAccess];

describe('checkDefinition', () => {
  test.each(clusters.map((definition) => [definition.name, definition] as const))(
    'finds nothing in %s',
    (_name, definition) => {
      expect(checkDefinition(definition)).toEqual([]);
    },
  );

  test.each(cases)('finds %s', (_title, change, code, path) => {
    const findings = checkDefinition(eco2With(change));
    expect(findings.map((finding) => [finding.code, finding.path])).toContainEqual([code, path]);
    for (const finding of findings)
      for (const text of [finding.problem, finding.rule, finding.fix]) expect(text).not.toBe('');
  });

  test('every rule has a broken case', () => {
    const tested = new Set(cases.map(([, , code]) => code));
    expect(definitionRules.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
  });

  test('reports everything at once', () => {
    const findings = checkDefinition(
      eco2With((d) => {
        d.vesions = {};
        d.name = 'Eco 2';
        d.quota.standardVcpu = 16;
        d.domains.auth.path = 'auth';
        d.gitops.images['auth-api'] = 'latest';
      }),
    );
    expect(findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['vesions', 'name', 'nodes', 'domains.auth.path', 'gitops.images.auth-api']),
    );
  });

  test('names the field that a misspelt one most likely means', () => {
    const [finding] = checkDefinition(eco2With((d) => (d.nodes[node].rootVolumeGib = 20)));
    expect(finding?.fix).toBe('Did you mean rootVolumeGiB?');
  });
});
