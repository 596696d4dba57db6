import type { Artifacts } from '../artifacts/artifacts';
import type { Place, Source } from '../artifacts/subject';
import { rule } from '../rule';

/** Every line of playbooks, templates and scripts. */
function* lines(artifacts: Artifacts): Generator<{ place: Place; line: string }> {
  for (const { source, text } of [
    ...artifacts.ofRole('ansible'),
    ...artifacts.ofRole('text'),
    ...artifacts.ofRole('workflow'),
  ])
    for (const [index, line] of text.split('\n').entries()) yield { place: at(source, index + 1), line };
}

const at = (source: Source, line: number): Place => ({ source, path: source.file, pointer: [], line });

export const containersShareTheCgroupDriver = rule({
  code: 'containers-share-the-cgroup-driver',
  rule: 'The container runtime leaves cgroups to systemd, as the kubelet does: two managers of one tree starve each other.',
  fix: 'Write SystemdCgroup = true.',
  incidents: ['B01'],
  *run(artifacts) {
    for (const { place, line } of lines(artifacts))
      if (/^\s*SystemdCgroup\s*=\s*false/.test(line)) yield { place, problem: `is ${line.trim()}` };
  },
});

/** Zone and instance, each written out, a variable of Ansible or the shell, or the set of a pattern. */
const complete = /^aws:\/\/\/(\{\{.*?\}\}|[a-z0-9-]+|\$\{?\w+\}?|\[.*)\/(\{\{|i-|\$|\[)/;

export const providerIdsAreComplete = rule({
  code: 'provider-ids-are-complete',
  rule: 'A provider id has a zone and an instance: aws:///<zone>/<instance>. Without it no target group fills.',
  fix: 'Write aws:///{{ zone }}/{{ instance_id }}.',
  incidents: ['B13', 'B14'],
  *run(artifacts) {
    for (const { place, line } of lines(artifacts)) {
      const id = /provider.*?(aws:\/\/.*)/i.exec(line)?.[1];
      if (id !== undefined && !complete.test(id)) yield { place, problem: `is ${id}` };
      if (/cloud-provider[=:]\s*["']?external/.test(line))
        yield { place, problem: 'waits for a cloud controller that nobody runs' };
    }
  },
});

export const oneKeyOpensTheMachines = rule({
  code: 'one-key-opens-the-machines',
  rule: 'One SSH key opens every machine, and it has one name.',
  fix: 'Take the path from one variable.',
  incidents: ['B25'],
  *run(artifacts) {
    const first = new Map<string, string>();
    for (const { place, line } of lines(artifacts)) {
      const key =
        /(?:ansible_ssh_private_key_file\s*[:=]\s*|IdentityFile\s+|ssh\s+(?:-\S+\s+)*-i\s+)["']?([^\s"']+)/.exec(
          line,
        )?.[1];
      if (key === undefined || /^[{$]/.test(key)) continue;
      const name = key.split('/').at(-1) ?? key;
      const [other] = first.keys();
      if (other !== undefined && other !== name)
        yield { place, problem: `uses ${key}, while others use ${other}` };
      first.set(other ?? name, key);
    }
  },
});

const nodeCount =
  /\b(?:EXPECTED|TOTAL|REQUIRED)_(?:NODES|WORKERS|MASTERS|NODE_COUNT)\s*[=:]\s*["']?\d|get nodes?\b.*\bwc -l\b.*(?:-eq|-ge|-lt|==)\s*["']?\d/i;

export const nodeCountsAreDerived = rule({
  code: 'node-counts-are-derived',
  rule: 'No script knows how many nodes there are: the number is that of the inventory.',
  fix: "Count groups['k8s_cluster'], or the lines of the generated list.",
  incidents: ['A37'],
  *run(artifacts) {
    const scripts = artifacts.objects
      .ofKind('ConfigMap')
      .flatMap((object) =>
        object.strings.flatMap(({ pointer, value }) =>
          String(pointer.last()).endsWith('.sh') && nodeCount.test(value)
            ? value.split('\n').map((line) => ({ place: object.at(...pointer), line }))
            : [],
        ),
      );
    for (const { place, line } of [...lines(artifacts), ...scripts])
      if (nodeCount.test(line)) yield { place, problem: `is ${line.trim()}` };
  },
});
