import { text } from '../artifacts/value';
import { rule } from '../rule';
import { moduleOf, plays, resolve, tasks } from './plays';

export const importsFit = rule({
  code: 'imports-fit',
  rule: 'A file that is imported exists, as tasks where tasks are imported and as plays where a playbook is.',
  fix: 'Use import_playbook for a file with hosts, import_tasks for one without; correct the path.',
  incidents: ['B17', 'B23', 'E15'],
  *run(artifacts) {
    const files = new Set(artifacts.ofRole('ansible').map(({ source }) => source.file));
    const playbooks = new Set(artifacts.derive(plays).map(({ file }) => file.source.file));
    for (const task of artifacts.derive(tasks))
      for (const [name, wantsPlays] of [
        ['import_tasks', false],
        ['include_tasks', false],
        ['import_playbook', true],
      ] as const) {
        const found = moduleOf(task, name);
        const path = typeof found?.argument === 'string' ? found.argument : text(found?.argument, 'file');
        if (!found || path === undefined || path.includes('{{')) continue;
        const place = task.subject.at(...task.pointer, found.key);
        const target = resolve(task.file.source.file, path);
        if (!files.has(target)) yield { place, problem: `is ${path}, which does not exist` };
        else if (!wantsPlays && playbooks.has(target))
          yield { place, problem: `is ${path}, which has plays` };
        else if (
          wantsPlays &&
          !playbooks.has(target) &&
          !artifacts
            .derive(tasks)
            .some((one) => one.file.source.file === target && moduleOf(one, 'import_playbook'))
        )
          yield { place, problem: `is ${path}, which has no play` };
      }
  },
});
