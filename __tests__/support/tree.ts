import { join } from 'node:path';
import { eco2 } from '../../clusters/eco2';
import { rules } from '../../checks/rules';
import { runRules } from '../../checks/run-rules';
import type { Finding } from '../../model/finding';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { Artifacts } from '../../checks/artifacts/artifacts';
import type { Artifact } from '../../checks/artifacts/artifact';
import { parseAnsible } from '../../synth/foreign/ansible';
import { parseYaml } from '../../synth/foreign/parse-yaml';
import { readFiles } from '../../synth/foreign/read-files';
import { producedArtifacts } from '../../synth/artifacts';
import { produceCluster, produceShared } from '../../synth/produce';
import type { ProducedFile } from '../../synth/produced-file';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test breaks outputs in ways that types forbid
export type Loose = any;

const healthy: readonly ProducedFile[] = [
  ...produceCluster(resolveCluster(eco2)),
  ...produceShared([resolveCluster(eco2)]),
];

const root = join(__dirname, '../..');

/** Playbooks and workflows, which are written by hand, by their path in the repository. */
const handWritten: ReadonlyMap<string, string> = new Map(
  ['ansible', '.github/workflows'].flatMap((folder) =>
    readFiles(join(root, folder), (path) => /\.(ya?ml|j2|sh)$/.test(path)).files.map(
      ({ path, text }) => [path.slice(root.length + 1), text] as const,
    ),
  ),
);

/** Parsed once for each text: most cases leave every playbook alone. */
const parsed = new Map<string, readonly Artifact[]>();

function parseText(path: string, text: string): readonly Artifact[] {
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const workflow = () => {
    const { documents, problems } = parseYaml({ path, text });
    return [
      ...problems,
      ...documents.map(({ value, source }): Artifact => ({
        role: 'workflow',
        source: source(),
        value,
        text,
      })),
    ];
  };
  const made = path.startsWith('ansible/') ? parseAnsible({ path, text }) : workflow();
  parsed.set(key, made);
  return made;
}

/** The outputs of eco2, which a test may break in place. */
export class Tree {
  readonly files: ProducedFile[] = structuredClone([...healthy]);

  readonly texts = new Map(handWritten);
  /** What a reader made of files that are not ours. */
  readonly extra: Artifact[] = [];

  /** Replaces a part of a playbook or workflow. */
  rewrite(path: string, from: string | RegExp, to: string): void {
    const text = this.texts.get(path);
    const changed = text?.replace(from, to);
    if (changed === undefined || changed === text) throw new Error(`nothing to rewrite in ${path}`);
    this.texts.set(path, changed);
  }

  get artifacts(): Artifacts {
    return new Artifacts([
      ...producedArtifacts(this.files).all,
      ...this.extra,
      ...[...this.texts].flatMap(([path, text]) => parseText(path, text)),
    ]);
  }

  get manifests(): { path: string; value: Loose }[] {
    return this.files.flatMap(({ path, content }) =>
      content.kind === 'manifest' ? [{ path, value: content.value as Loose }] : [],
    );
  }

  /** An object by kind and `namespace/name`, or `name` alone. */
  object(kind: string, id: string): Loose {
    const [name, namespace] = id.split('/').reverse();
    const found = this.manifests.find(
      ({ value }) =>
        value.kind === kind &&
        value.metadata.name === name &&
        (namespace === undefined || value.metadata.namespace === namespace),
    );
    if (!found) throw new Error(`no ${kind} ${id} in dist`);
    return found.value;
  }

  objects(kind: string): Loose[] {
    return this.manifests.map(({ value }) => value).filter((value) => value.kind === kind);
  }

  /** The pod template's spec of a workload. */
  pod(kind: string, id: string): Loose {
    const { spec } = this.object(kind, id);
    return (spec.jobTemplate?.spec ?? spec).template.spec;
  }

  /** The pod templates' specs of every workload. */
  pods(): Loose[] {
    return ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']
      .flatMap((kind) => this.objects(kind))
      .map(({ spec }) => (spec.jobTemplate?.spec ?? spec).template.spec);
  }

  /** Hosts of the inventory with their variables. */
  hosts(group: Loose = this.inventory): { path: string; value: Loose }[] {
    return Object.values(group).flatMap((one: Loose) => [
      ...Object.entries(one.hosts ?? {}).map(([path, value]) => ({ path, value })),
      ...this.hosts(one.children ?? {}),
    ]);
  }

  remove(kind: string, id: string): void {
    const gone = this.object(kind, id);
    this.files.splice(
      this.files.findIndex(({ content }) => content.value === gone),
      1,
    );
  }

  /** Adds an object to an Application's folder. */
  add(application: string, value: Loose): void {
    const path = `dist/eco2/${application === 'argocd' ? 'argocd' : `manifests/${application}`}/added-${String(this.files.length)}.yaml`;
    this.files.push({ path, cluster: 'eco2', content: { kind: 'manifest', folder: application, value } });
  }

  /** The Terraform JSON of a stack. */
  stack(name: string): Loose {
    return this.#content(`dist/eco2/terraform/${name}/cdk.tf.json`);
  }

  get inventory(): Loose {
    return this.#content('dist/eco2/ansible/inventory.yaml');
  }

  get atlantis(): Loose {
    return this.#content('atlantis.yaml');
  }

  #content(path: string): Loose {
    const file = this.files.find((one) => one.path === path);
    if (!file) throw new Error(`no ${path}`);
    return file.content.value;
  }
}

/** What the rules find in the outputs of eco2 after `change`. */
export function findingsAfter(change: (tree: Tree) => void): Finding[] {
  const tree = new Tree();
  change(tree);
  return runRules(tree.artifacts, rules);
}
