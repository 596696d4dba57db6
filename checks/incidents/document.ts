import { incidents } from './incidents';
import { outcomeOf, type Outcome } from './outcomes';

const sections: Readonly<Record<string, string>> = {
  A: 'Terraform and AWS',
  B: 'Bootstrap, Ansible and the pod network',
  C: 'Scheduling and resources',
  D: 'Load balancer, Ingress and DNS',
  E: 'Argo CD, Helm and Kustomize',
  F: 'Atlantis and CI',
  G: 'Data, secrets and images',
  H: 'NetworkPolicy',
};

/** `docs/incidents.md`: every recorded failure and what stops it today. */
export function incidentsDocument(): string {
  const outcomes = incidents.map(outcomeOf);
  const count = (is: (outcome: Outcome) => boolean) => String(outcomes.filter(is).length);
  return [
    '<!-- Generated from checks/incidents/ and the rules by "npm run synth". Edit those, not this file. -->',
    '',
    '# Every failure that was ever recorded',
    '',
    `${String(outcomes.length)} failures of the platform and its predecessors, and what stops each of them now. ${count(({ impossible }) => impossible.length > 0)} cannot be`,
    `written into a definition any more: the rule in _italics_ refuses it. ${count(({ caught }) => caught.length > 0)} are caught in the outputs by the rules named, and a test`,
    'repeats the failure in the real `dist` to show that. The rest is dealt with while the cluster runs, by the file named.',
    '',
    ...Object.entries(sections).flatMap(([letter, title]) => [
      `## ${title}`,
      '',
      '| id | what failed | outcome |',
      '| --- | --- | --- |',
      ...outcomes.filter(({ incident }) => incident.id.startsWith(letter)).map(row),
      '',
    ]),
  ].join('\n');
}

function row({ incident, impossible, caught, handling }: Outcome): string {
  const outcome = [
    ...(impossible.length ? [`impossible: ${impossible.map((code) => `_${code}_`).join(', ')}`] : []),
    ...(caught.length ? [`caught: ${caught.map((code) => `\`${code}\``).join(', ')}`] : []),
    ...(handling ? [`run time: [${handling.where}](../${handling.where}): ${handling.what}`] : []),
  ].join('; ');
  return `| ${incident.id} | ${cell(incident.failed)} | ${outcome} |`;
}

/** Text that a table, and nothing else, reads. */
const cell = (text: string) =>
  text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;').replaceAll('{{', '{ {');
