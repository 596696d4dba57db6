import { text, texts } from '../artifacts/value';
import { rule } from '../rule';
import { moduleOf, tasks } from './plays';

/** A pipe, a redirection, a here-document or a chain, outside of quotes and templates. */
const shellSyntax = /(^|\s)(\||&&|\|\||>>?|<<?)(\s|$)|\s;\s/;
const bare = (line: string) => line.replace(/\{\{.*?\}\}/gs, '').replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '');

export const commandsNeedNoShell = rule({
  code: 'commands-need-no-shell',
  rule: 'A command task has no pipe, redirection or chain, which only a shell understands; a shell task with bash syntax names bash.',
  fix: 'Use ansible.builtin.shell with executable: /bin/bash, or a module.',
  incidents: ['B19'],
  *run(artifacts) {
    for (const task of artifacts.derive(tasks)) {
      const command = moduleOf(task, 'command');
      const line =
        typeof command?.argument === 'string'
          ? command.argument
          : (text(command?.argument, 'cmd') ?? texts(command?.argument, 'argv').slice(0, 1).join(' '));
      if (command && shellSyntax.test(bare(line)))
        yield {
          place: task.subject.at(...task.pointer, command.key),
          problem: `is ${line.split('\n')[0] ?? ''}`,
        };
      const shell = moduleOf(task, 'shell');
      const script =
        typeof shell?.argument === 'string' ? shell.argument : (text(shell?.argument, 'cmd') ?? '');
      const executable = text(task.value, 'args', 'executable') ?? text(shell?.argument, 'executable');
      if (shell && executable === undefined && /pipefail|\[\[|<<<|<\(/.test(bare(script)))
        yield {
          place: task.subject.at(...task.pointer, shell.key),
          problem: 'uses syntax of bash, and sh runs it',
        };
    }
  },
});

export const lookupsKnowWhereTheyAre = rule({
  code: 'lookups-know-where-they-are',
  rule: 'A pipe lookup runs on the machine of the operator, in the directory of the caller: it names no relative path.',
  fix: 'Pass the value as an extra variable, or begin the path with playbook_dir.',
  incidents: ['B20'],
  *run(artifacts) {
    for (const file of artifacts.ofRole('ansible'))
      for (const [index, line] of file.text.split('\n').entries())
        if (/lookup\(\s*['"]pipe['"]\s*,\s*['"][^'"]*(\.\.?\/|\bcd )/.test(line))
          yield {
            place: { source: file.source, path: file.source.file, pointer: [], line: index + 1 },
            problem: `runs ${line.trim()}`,
          };
  },
});

export const programsAreInstalled = rule({
  code: 'programs-are-installed',
  rule: 'A play that calls helm installs it first: no role of a kubeadm node brings it.',
  fix: 'Leave charts to Argo CD, or add a task that installs helm.',
  incidents: ['B21'],
  *run(artifacts) {
    const all = artifacts.derive(tasks);
    const lineOf = (task: (typeof all)[number]) => {
      const found = moduleOf(task, 'command', 'shell');
      return typeof found?.argument === 'string'
        ? found.argument
        : (text(found?.argument, 'cmd') ?? texts(found?.argument, 'argv').join(' '));
    };
    const installs = artifacts
      .ofRole('ansible')
      .some(({ text: content }) => /get-helm|helm-v?\d|name:\s*helm\b|get\.helm\.sh/.test(content));
    for (const task of all)
      if (!installs && (/^\s*helm\s/.test(lineOf(task)) || moduleOf(task, 'kubernetes.core.helm')))
        yield { place: task.subject.at(...task.pointer), problem: 'calls helm, which nothing installs' };
  },
});
