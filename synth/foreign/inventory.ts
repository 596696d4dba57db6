import { unreadable, type Parsed, type TextFile } from './text-file';
import { parseYaml } from './parse-yaml';
import type { Artifact } from '../../checks/artifacts/artifact';

type Group = { hosts: Record<string, Record<string, string>>; children: Record<string, object> };

/** An Ansible inventory, in YAML or in the older form of sections. */
export function parseInventory(file: TextFile): Parsed {
  if (/^\s*\[[\w:.-]+\]/m.test(file.text)) return parseSections(file);
  const { documents, problems } = parseYaml(file);
  return [
    ...problems,
    ...documents.map(({ value, source }): Artifact => ({ role: 'inventory', source: source(), value })),
  ];
}

function parseSections({ path, text }: TextFile): Parsed {
  const groups: Record<string, Group> = {};
  const problems: Artifact[] = [];
  const seen = new Map<string, number>();
  let current: { name: string; kind: string } = { name: 'ungrouped', kind: 'hosts' };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/(^|\s)[#;].*$/, '').trim();
    if (!line) continue;
    const section = /^\[([^\]:]+)(?::(\w+))?\]$/.exec(line);
    if (section) {
      current = { name: section[1] ?? '', kind: section[2] ?? 'hosts' };
      const key = `${current.name}:${current.kind}`;
      const before = seen.get(key);
      if (before !== undefined)
        problems.push(
          unreadable(
            path,
            'duplicate-key',
            `has the section [${current.name}] in line ${String(before)} as well`,
            index + 1,
          ),
        );
      seen.set(key, index + 1);
      continue;
    }
    const group = (groups[current.name] ??= { hosts: {}, children: {} });
    const [name = '', ...variables] = line.split(/\s+/);
    if (current.kind === 'children') group.children[name] = {};
    else if (current.kind === 'hosts')
      group.hosts[name] = Object.fromEntries(
        variables.map((entry) => [entry.split('=')[0] ?? '', entry.split('=').slice(1).join('=')]),
      );
  }
  for (const group of Object.values(groups))
    for (const child of Object.keys(group.children)) group.children[child] = groups[child] ?? {};
  return [...problems, { role: 'inventory', source: { file: path }, value: { all: { children: groups } } }];
}
