import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { incidents } from '../../checks/incidents/incidents';
import { outcomeOf } from '../../checks/incidents/outcomes';
import { rules } from '../../checks/rules';
import { placementRules } from '../../model/capacity/findings/placement-findings';
import { definitionRules } from '../../model/rules/definition-rules';
import { brokenMachineAccess } from '../model/broken-machine-access';
import { brokenMachinesAndWorkloads } from '../model/broken-machines-and-workloads';
import { brokenShapesAndNetworks } from '../model/broken-shapes-and-networks';
import { brokenCases } from './broken/cases';

const root = join(__dirname, '../..');
const outcomes = incidents.map(outcomeOf);

/** How many failures each section of the record has. */
const recorded = { A: 48, B: 29, C: 13, D: 29, E: 32, F: 13, G: 29, H: 10 };

describe('recorded failures', () => {
  test('are all there, each once', () => {
    const ids = Object.entries(recorded).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
    );
    expect(incidents.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(incidents).toHaveLength(203);
  });

  test('all end in a rule or in something that deals with them', () => {
    const open = outcomes.filter(
      ({ impossible, caught, handling }) => !impossible.length && !caught.length && !handling,
    );
    expect(open.map(({ incident }) => incident.id)).toEqual([]);
  });

  test('never end at run time when the synth could prove them', () => {
    const late = outcomes.filter(
      ({ incident, impossible, caught }) => incident.provable === 'Y' && !impossible.length && !caught.length,
    );
    expect(late.map(({ incident }) => incident.id)).toEqual([]);
  });

  test('are repeated by a broken case for every rule that claims them', () => {
    const repeated = new Set(
      brokenCases.flatMap(({ code, incidents: ids = [] }) => ids.map((id) => `${code} ${id}`)),
    );
    const claimed = rules.flatMap(({ code, incidents: ids = [] }) => ids.map((id) => `${code} ${id}`));
    expect(claimed.filter((one) => !repeated.has(one))).toEqual([]);
  });

  test('that a definition cannot express have a broken definition', () => {
    const cases = [...brokenMachineAccess, ...brokenMachinesAndWorkloads, ...brokenShapesAndNetworks];
    const tested = new Set(cases.map(([, , code]) => code));
    const claimed = definitionRules.filter(({ incidents: ids = [] }) => ids.length).map(({ code }) => code);
    expect(claimed.filter((code) => !tested.has(code))).toEqual([]);
  });

  test('that placement catches are repeated in its own tests', () => {
    const tests = readFileSync(join(root, '__tests__/model/capacity/findings/incidents.test.ts'), 'utf8');
    const ids = new Set(placementRules.flatMap(({ incidents: claimed = [] }) => claimed));
    expect([...ids].filter((id) => !tests.includes(id))).toEqual([]);
  });

  test('name rows that exist', () => {
    const known = new Set(incidents.map(({ id }) => id));
    const named = [...rules, ...definitionRules, ...placementRules].flatMap(({ incidents: ids = [] }) => ids);
    expect(
      [...named, ...brokenCases.flatMap(({ incidents: ids = [] }) => ids)].filter((id) => !known.has(id)),
    ).toEqual([]);
  });

  test('lead to files and headings that exist', () => {
    const missing = incidents.flatMap(({ id, handling }) => {
      if (!handling) return [];
      const [path = '', heading] = handling.where.split('#');
      if (!existsSync(join(root, path))) return [`${id}: ${path}`];
      const hasHeading =
        heading === undefined || readFileSync(join(root, path), 'utf8').includes(`\n## ${heading}\n`);
      return hasHeading ? [] : [`${id}: ${handling.where}`];
    });
    expect(missing).toEqual([]);
  });
});
