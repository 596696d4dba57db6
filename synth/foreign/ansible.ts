import type { Artifact } from '../../checks/artifacts/artifact';
import { parseInventory } from './inventory';
import { parseYaml } from './parse-yaml';
import { type Parsed, type TextFile } from './text-file';

/** A file of an Ansible tree: playbook, tasks, variables, inventory, or a script or template as text. */
export function parseAnsible(file: TextFile): Parsed {
  const isInventory =
    /(^|\/)(inventory|hosts)([.\w-]*)$/.test(file.path) && !/\.(py|sh|j2|tpl)$/.test(file.path);
  if (isInventory || /\.ini$/.test(file.path)) return parseInventory(file);
  if (!/\.ya?ml$/.test(file.path)) return [{ role: 'text', source: { file: file.path }, text: file.text }];
  const { documents, problems } = parseYaml(file);
  return [
    ...problems,
    ...documents.map(({ value, source }): Artifact => ({
      role: 'ansible',
      source: source(),
      value,
      text: file.text,
    })),
  ];
}
