import { Subject, type Source } from './subject';
import { at, fields, strings, text, type Fields, type FoundString, type Pointer } from './value';

/** `resource`, or the `data` that Terraform only reads. */
export type Mode = 'resource' | 'data';

/** A reference inside an expression: `aws_subnet.public-a.id`, `data.aws_ami.ubuntu[0].id`, `var.region`. */
export interface Reference {
  readonly mode: Mode | 'variable' | 'local' | 'module';
  /** Resource type; for variables, locals and modules the same as the name. */
  readonly type: string;
  readonly name: string;
  /** What stands in brackets behind the name. */
  readonly index?: string;
  /** The first attribute after the name. */
  readonly attribute?: string;
  /** The whole expression that it stands in. */
  readonly expression: string;
  /** Inside the resource. */
  readonly pointer: Pointer;
}

/** A resource or data source of one stack. */
export class Resource extends Subject {
  readonly address: string;
  readonly body: Fields;
  #references: readonly Reference[] | undefined;
  #strings: readonly FoundString[] | undefined;

  constructor(
    source: Source,
    readonly stack: string,
    readonly mode: Mode,
    readonly type: string,
    readonly name: string,
    body: unknown,
    base: Pointer,
  ) {
    super(source, `${mode === 'data' ? 'data.' : ''}${type}.${name}`, base);
    this.address = this.label;
    this.body = fields(body);
  }

  /** True where the address stands for a list or a map of instances. */
  get isCounted(): boolean {
    return at(this.body, 'count') !== undefined || at(this.body, 'for_each') !== undefined;
  }

  /** The name that AWS shows: an own argument, else the Name tag. */
  get physicalName(): string | undefined {
    return (
      text(this.body, 'name') ??
      text(this.body, 'bucket') ??
      text(this.body, 'key_name') ??
      text(this.body, 'tags', 'Name')
    );
  }

  references(): readonly Reference[] {
    return (this.#references ??= referencesIn(this.strings));
  }

  /** Every string of the body; several rules look through them. */
  get strings(): readonly FoundString[] {
    return (this.#strings ??= strings(this.body));
  }
}

/** Every reference of every `${…}` in the strings of a block, and of the bare addresses of `depends_on`. */
export function referencesIn(all: readonly FoundString[]): Reference[] {
  const found: Reference[] = [];
  for (const { pointer, value: string } of all) {
    if (pointer.last() === 'provider' && pointer.last(1) === undefined) continue;
    const isAddress = pointer.first === 'depends_on';
    if (!isAddress && !string.includes('${')) continue;
    const expressions = isAddress ? [string] : interpolations(string);
    for (const expression of expressions)
      for (const reference of parse(expression)) found.push({ ...reference, pointer: [...pointer] });
  }
  return found;
}

/** The insides of the outermost `${…}`; `$${` is an escape. */
export function interpolations(string: string): string[] {
  const found: string[] = [];
  let from = 0;
  while ((from = string.indexOf('${', from)) >= 0) {
    const escaped = from > 0 && string[from - 1] === '$';
    const end = closingBrace(string, from + 2);
    if (!escaped) found.push(string.slice(from + 2, end));
    from = end;
  }
  return found;
}

/** Where the brace that was opened before `from` is closed, or the end of the text. */
function closingBrace(string: string, from: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = from;
  let depth = 1;
  for (let found = brace.exec(string); found; found = brace.exec(string)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return string.length;
}

const notResources = new Set(['each', 'count', 'self', 'path', 'terraform', 'provider']);
const traversal =
  /(?<![\w.\]"-])(?:(data)\.)?([a-z]\w*)\.([A-Za-z_][\w-]*)(?:\[([^\][]*)\])?(?:\.([A-Za-z_*][\w-]*))?/g;

function* parse(expression: string): Generator<Omit<Reference, 'pointer'>> {
  const bound = new Set(
    expression.includes('for')
      ? [...expression.matchAll(/\bfor\s+(\w+)(?:\s*,\s*(\w+))?\s+in\b/g)].flatMap(([, a, b]) => [a, b])
      : [],
  );
  const bare = expression.replace(/"(?:[^"\\$]|\\.|\$(?!\{))*"/g, (quoted) => '"'.padEnd(quoted.length, ' '));
  for (const [, data, type = '', name = '', index, attribute] of bare.matchAll(traversal)) {
    if (bound.has(type) || notResources.has(type)) continue;
    const named = { var: 'variable', local: 'local', module: 'module' } as const;
    const mode = data ? 'data' : type in named ? named[type as keyof typeof named] : 'resource';
    const isSimple = mode !== 'data' && mode !== 'resource';
    yield {
      mode,
      type: isSimple ? name : type,
      name,
      expression,
      ...(index === undefined ? {} : { index }),
      ...(attribute === undefined ? {} : { attribute }),
    };
  }
}
