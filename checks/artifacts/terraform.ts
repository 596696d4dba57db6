import type { ArtifactOf } from './artifact';
import { Subject } from './subject';
import { Resource, type Mode, type Reference } from './terraform-resource';
import { at, blocks, fields, text, type Fields, type Pointer } from './value';

/** One named block of a stack that is no resource: an output, a variable, a provider configuration. */
export class Block extends Subject {
  constructor(
    file: ArtifactOf<'terraform'>,
    label: string,
    readonly name: string,
    readonly body: Fields,
    base: Pointer,
  ) {
    super(file.source, label, base);
  }
}

/** All files of one root module, read as one as Terraform does. */
export class Stack {
  readonly resources: readonly Resource[];
  readonly outputs: readonly Block[];
  readonly variables: ReadonlySet<string>;
  readonly locals: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  readonly providers: readonly Block[];
  /** Local names of `required_providers`. */
  readonly requiredProviders: ReadonlySet<string>;
  readonly #byAddress = new Map<string, Resource>();

  constructor(
    /** Directory of the root module. */
    readonly directory: string,
    readonly files: readonly ArtifactOf<'terraform'>[],
  ) {
    this.resources = files.flatMap((file) => [
      ...resourcesOf(file, 'resource'),
      ...resourcesOf(file, 'data'),
    ]);
    this.outputs = files.flatMap((file) => named(file, 'output'));
    this.variables = new Set(files.flatMap((file) => named(file, 'variable')).map(({ name }) => name));
    this.modules = new Set(files.flatMap((file) => named(file, 'module')).map(({ name }) => name));
    this.providers = files.flatMap((file) => named(file, 'provider'));
    this.locals = new Set(
      files.flatMap(({ value }) => blocks(value, 'locals').flatMap((block) => Object.keys(fields(block)))),
    );
    this.requiredProviders = new Set(
      this.settings.flatMap((settings) =>
        blocks(settings, 'required_providers').flatMap((block) => Object.keys(fields(block))),
      ),
    );
    for (const resource of this.resources) this.#byAddress.set(resource.address, resource);
  }

  /** The `terraform` blocks. */
  get settings(): readonly unknown[] {
    return this.files.flatMap(({ value }) => blocks(value, 'terraform'));
  }

  /** `network` of `dist/eco2/terraform/network`. */
  get name(): string {
    return this.directory.split('/').at(-1) ?? this.directory;
  }

  /** A place for what is wrong with the stack as a whole. */
  at(...pointer: Pointer) {
    const [file] = this.files;
    if (!file) throw new Error(`stack ${this.directory} has no file`);
    return new Subject(file.source, `stack ${this.directory}`).at(...pointer);
  }

  get(address: string): Resource | undefined {
    return this.#byAddress.get(address);
  }

  resolve({ mode, type, name }: Reference): Resource | undefined {
    return this.get(`${mode === 'data' ? 'data.' : ''}${type}.${name}`);
  }
}

function resourcesOf(file: ArtifactOf<'terraform'>, mode: Mode): Resource[] {
  const found: Resource[] = [];
  for (const [group, types] of blocks(file.value, mode).entries())
    for (const [type, byName] of Object.entries(fields(types)))
      for (const [name, body] of Object.entries(fields(byName))) {
        const inGroup: Pointer = Array.isArray(at(file.value, mode)) ? [mode, group] : [mode];
        for (const [index, one] of blocks(body).entries())
          found.push(
            new Resource(file.source, file.stack, mode, type, name, one, [
              ...inGroup,
              type,
              name,
              ...(Array.isArray(body) ? [index] : []),
            ]),
          );
      }
  return found;
}

function named(file: ArtifactOf<'terraform'>, kind: string): Block[] {
  return Object.entries(fields(file.value, kind)).flatMap(([name, body]) =>
    blocks(body).map(
      (one, index) =>
        new Block(file, `${kind}.${name}`, name, fields(one), [
          kind,
          name,
          ...(Array.isArray(body) ? [index] : []),
        ]),
    ),
  );
}

/** The root modules of a tree. */
export class TerraformIndex {
  readonly stacks: readonly Stack[];
  readonly resources: readonly Resource[];
  readonly #byType = new Map<string, Resource[]>();

  constructor(files: readonly ArtifactOf<'terraform'>[]) {
    const directories = [...new Set(files.map(({ stack }) => stack))];
    this.stacks = directories.map(
      (directory) =>
        new Stack(
          directory,
          files.filter(({ stack }) => stack === directory),
        ),
    );
    this.resources = this.stacks.flatMap(({ resources }) => resources);
    for (const resource of this.resources) {
      const key = resource.mode === 'data' ? `data.${resource.type}` : resource.type;
      const same = this.#byType.get(key);
      if (same) same.push(resource);
      else this.#byType.set(key, [resource]);
    }
  }

  /** Managed resources of some types, in every stack. */
  ofType(...types: readonly string[]): readonly Resource[] {
    const [only, ...more] = types;
    if (only !== undefined && !more.length) return this.#byType.get(only) ?? [];
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** Data sources of a type, in every stack. */
  dataOf(type: string): readonly Resource[] {
    return this.#byType.get(`data.${type}`) ?? [];
  }

  stackOf({ stack }: Resource): Stack {
    const found = this.stacks.find(({ directory }) => directory === stack);
    if (!found) throw new Error(`no stack ${stack}`);
    return found;
  }

  /**
   * The managed resources that an argument of a resource refers to. A data source stands for the resource of the same
   * type and name in another stack: stacks find one another by names and tags.
   */
  targets(from: Resource, ...pointer: Pointer): Resource[] {
    const stack = this.stackOf(from);
    return from
      .references()
      .filter((reference) => pointer.every((step, depth) => reference.pointer[depth] === step))
      .flatMap((reference) => {
        const target = stack.resolve(reference);
        if (!target) return [];
        return target.mode === 'resource' ? [target] : this.#managedBy(target);
      });
  }

  #managedBy(data: Resource): Resource[] {
    const name = data.physicalName ?? nameFilter(data);
    return name === undefined
      ? []
      : this.ofType(data.type).filter(
          ({ physicalName, body }) => physicalName === name || text(body, 'name') === name,
        );
  }
}

/** The value of `filter { name = "tag:Name" }`. */
function nameFilter(data: Resource): string | undefined {
  const filter = blocks(data.body, 'filter').find((block) =>
    ['tag:Name', 'group-name'].includes(text(block, 'name') ?? ''),
  );
  return text(filter, 'values', 0);
}
