import { Artifacts } from '../../checks/artifacts/artifacts';
import type { Artifact } from '../../checks/artifacts/artifact';
import { parseAnsible } from './ansible';
import { parseInventory } from './inventory';
import { parseManifests } from './manifests';
import { parseYaml } from './parse-yaml';
import { readFiles } from './read-files';
import { parseTerraform } from './terraform';
import type { Parsed, TextFile } from './text-file';

/** Where the parts of a tree lie: directories or single files. */
export interface TreeParts {
  readonly manifests?: readonly string[];
  readonly terraform?: readonly string[];
  readonly atlantis?: readonly string[];
  readonly ansible?: readonly string[];
  readonly inventory?: readonly string[];
  readonly workflows?: readonly string[];
}

export interface ForeignTree {
  readonly artifacts: Artifacts;
  /** Files that were read. */
  readonly files: number;
  /** Files whose ending says that they are something else; they were not read. */
  readonly others: number;
}

interface Part {
  readonly isWanted: (path: string) => boolean;
  readonly parse: (file: TextFile) => Parsed | Promise<Parsed>;
}

const yamlOrJson = (path: string) => /\.(ya?ml|json|tpl|gotmpl)$/.test(path);
const documents =
  (role: 'atlantis' | 'workflow') =>
  (file: TextFile): Parsed => {
    const { documents: all, problems } = parseYaml(file);
    return [
      ...problems,
      ...all.map(({ value, source }): Artifact => ({ role, source: source(), value, text: file.text })),
    ];
  };

const parts: Readonly<Record<keyof TreeParts, Part>> = {
  manifests: { isWanted: yamlOrJson, parse: parseManifests },
  terraform: { isWanted: (path) => /\.(tf|tf\.json)$/.test(path), parse: parseTerraform },
  atlantis: { isWanted: yamlOrJson, parse: documents('atlantis') },
  ansible: {
    isWanted: (path) => /\.(ya?ml|sh|j2|ini|py|cfg|tpl)$|\/(hosts|inventory)$/.test(path),
    parse: parseAnsible,
  },
  inventory: { isWanted: () => true, parse: parseInventory },
  workflows: { isWanted: yamlOrJson, parse: documents('workflow') },
};

/** Reads somebody else's tree; what cannot be read is in the artifacts as well, so that a rule reports it. */
export async function readTree(tree: TreeParts): Promise<ForeignTree> {
  const artifacts: Artifact[] = [];
  let files = 0;
  let others = 0;
  for (const [name, { isWanted, parse }] of Object.entries(parts))
    for (const start of tree[name as keyof TreeParts] ?? []) {
      const read = readFiles(start, isWanted);
      artifacts.push(...read.problems);
      files += read.files.length;
      others += read.others;
      for (const file of read.files) for (const artifact of await parse(file)) artifacts.push(artifact);
    }
  return { artifacts: new Artifacts(artifacts), files, others };
}
