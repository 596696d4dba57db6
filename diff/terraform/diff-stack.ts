import { canonical, fieldChanges, isMap, type FieldChange } from '../field-change';
import { consequence, losesData, type TerraformAction } from './consequence';
import { updateKind, type UpdateKind } from './replacement';

/** What happens to one resource of a stack. */
export interface ResourceChange {
  /** `aws_instance.k8s-master`; of the new place where it moved. */
  readonly address: string;
  /** Address before, where it differs. */
  readonly from?: string;
  readonly type: string;
  readonly action: TerraformAction;
  readonly changes: readonly FieldChange[];
  /** Attributes that make it a replacement, or may. */
  readonly because: readonly string[];
  readonly means?: string;
  readonly losesData: boolean;
}

export interface StackDiff {
  readonly stack: string;
  readonly resources: readonly ResourceChange[];
  /** Changes of anything else: provider, backend, outputs, data sources. */
  readonly settings: readonly FieldChange[];
}

type Json = Record<string, unknown>;

/** What Terraform will do, as far as the two configurations tell. */
export function diffStack(stack: string, before: Json | undefined, after: Json | undefined): StackDiff {
  const [old, now] = [resources(before), resources(after)];
  const moves = movedBlocks(after);
  const gone = new Set([...old.keys()].filter((address) => !now.has(address)));
  const fresh = new Set([...now.keys()].filter((address) => !old.has(address)));
  const pairs = [...renames(old, now, gone, fresh, moves)];
  for (const { from, to } of pairs) {
    gone.delete(from);
    fresh.delete(to);
  }
  const changes = [
    ...pairs.map(({ from, to, isMoved }) => moved(from, to, old.get(from), now.get(to), isMoved)),
    ...[...fresh].map((address) => change(address, 'create')),
    ...[...gone].map((address) => change(address, 'destroy')),
    ...[...now].flatMap(([address, body]) =>
      old.has(address) ? updated(address, old.get(address), body) : [],
    ),
  ];
  return {
    stack,
    resources: changes.sort((a, b) => (a.address < b.address ? -1 : 1)),
    settings: fieldChanges(withoutResources(before), withoutResources(after)).filter(
      ({ path }) => !isInventory(path),
    ),
  };
}

function resources(json: Json | undefined): Map<string, unknown> {
  const types = Object.entries((json?.['resource'] ?? {}) as Json);
  return new Map(
    types.flatMap(([type, named]) =>
      isMap(named)
        ? Object.entries(named).map(([name, body]): [string, unknown] => [`${type}.${name}`, body])
        : [],
    ),
  );
}

/** What a stack says beside its resources; the marker and the moves are no settings. */
function withoutResources(json: Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(json ?? {}).filter(([key]) => !['resource', 'moved', '//'].includes(key)),
  );
}

/** The inventory is an output too, with addresses; its changes are shown once, where its file is. */
const isInventory = (path: readonly string[]) =>
  path[0] === 'output' && path[1] === 'ansible_inventory' && path.length > 2;

function movedBlocks(json: Json | undefined): { from: string; to: string }[] {
  const blocks = json?.['moved'];
  const list = Array.isArray(blocks) ? blocks : blocks === undefined ? [] : [blocks];
  return list.filter(isMap).map(({ from, to }) => ({ from: String(from), to: String(to) }));
}

/** Pairs of addresses that are one resource: by a `moved` block, or because the same body has another name. */
function* renames(
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
  gone: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
  moves: readonly { from: string; to: string }[],
): Iterable<{ from: string; to: string; isMoved: boolean }> {
  const taken = new Set<string>();
  for (const { from, to } of moves)
    if (gone.has(from) && fresh.has(to)) {
      taken.add(from).add(to);
      yield { from, to, isMoved: true };
    }
  const byBody = new Map(
    [...gone].filter((address) => !taken.has(address)).map((address) => [bodyOf(address, old), address]),
  );
  for (const to of fresh) {
    const from = taken.has(to) ? undefined : byBody.get(bodyOf(to, now));
    if (from === undefined) continue;
    byBody.delete(bodyOf(to, now));
    yield { from, to, isMoved: false };
  }
}

const bodyOf = (address: string, all: ReadonlyMap<string, unknown>) =>
  `${typeOf(address)} ${canonical(all.get(address))}`;
const typeOf = (address: string) => address.split('.')[0] ?? '';

function moved(from: string, to: string, before: unknown, after: unknown, isMoved: boolean): ResourceChange {
  const [update] = updated(to, before, after);
  if (isMoved) return update ? { ...update, from } : { ...change(to, 'move'), from };
  return { ...change(to, 'rename'), from };
}

function updated(address: string, before: unknown, after: unknown): ResourceChange[] {
  const ignored = ignoredAttributes(after);
  const changes = fieldChanges(before, after).filter(({ path }) => !ignored.includes(path[0] ?? ''));
  if (!changes.length) return [];
  const kinds = changes.map((one) => ({ one, kind: kindOf(address, one, after) }));
  const worst = (['replace', 'may-replace'] as const).find((kind) =>
    kinds.some((each) => each.kind === kind),
  );
  const because = kinds.filter(({ kind }) => kind === worst).map(({ one }) => one.path.join('.'));
  return [change(address, worst ?? 'in-place', changes, worst ? because : [])];
}

/** What the table says, but for an instance that is told to be replaced when its user data change. */
function kindOf(address: string, { path }: FieldChange, after: unknown): UpdateKind {
  const isUserData = path[0] === 'user_data' || path[0] === 'user_data_base64';
  if (isUserData && isMap(after) && after['user_data_replace_on_change'] === true) return 'replace';
  return updateKind(typeOf(address), path);
}

/** Top-level attributes that `lifecycle.ignore_changes` names: Terraform does not act on them. */
function ignoredAttributes(body: unknown): string[] {
  const lifecycle = isMap(body) ? body['lifecycle'] : undefined;
  const blocks = Array.isArray(lifecycle) ? lifecycle : [lifecycle];
  return blocks
    .filter(isMap)
    .flatMap(({ ignore_changes: ignored }) => (Array.isArray(ignored) ? ignored.map(String) : []));
}

function change(
  address: string,
  action: TerraformAction,
  changes: readonly FieldChange[] = [],
  because: readonly string[] = [],
): ResourceChange {
  const type = typeOf(address);
  const means = consequence(type, action, changes);
  return {
    address,
    type,
    action,
    changes,
    because,
    ...(means ? { means } : {}),
    losesData: losesData(type, action),
  };
}
