import { isDeepStrictEqual } from 'node:util';
import { parseBytes, parseCpu } from '../../model/quantity/parse';
import type { KubernetesObject } from '../../model/kubernetes-object';

/**
 * Paths at which the server keeps another value than the one that was sent; what it adds is its own business. Argo CD
 * would show these as a difference for ever.
 */
export function changedByServer(sent: unknown, kept: unknown, path = ''): readonly string[] {
  if (Array.isArray(sent)) {
    if (!Array.isArray(kept) || kept.length < sent.length)
      return [`${path}: ${show(sent)} became ${show(kept)}`];
    return sent.flatMap((item, index) => changedByServer(item, kept[index], `${path}[${String(index)}]`));
  }
  if (isRecord(sent)) {
    if (!isRecord(kept))
      return Object.keys(sent).length ? [`${path}: ${show(sent)} became ${show(kept)}`] : [];
    return Object.entries(sent).flatMap(([key, value]) =>
      changedByServer(value, kept[key], path ? `${path}.${key}` : key),
    );
  }
  return sent === kept || isSameQuantity(sent, kept, path)
    ? []
    : [`${path}: ${show(sent)} became ${show(kept)}`];
}

/** What Argo CD compares: it writes a Secret's `stringData` as `data` first, as the server does. */
export function asCompared(object: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = object;
  if (object.kind !== 'Secret' || !isRecord(stringData)) return object;
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(String(value)).toString('base64'),
  ]);
  return { ...rest, data: { ...(rest['data'] as object | undefined), ...Object.fromEntries(encoded) } };
}

/** Whether two states of an object differ in anything that a person or a controller wrote down as wanted. */
export function isSameState(a: KubernetesObject, b: KubernetesObject): boolean {
  return isDeepStrictEqual(wanted(a), wanted(b));
}

function wanted({ metadata, ...rest }: KubernetesObject): unknown {
  const without = (record: object, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
  return { ...without(rest, ['status']), metadata: without(metadata, ['managedFields', 'resourceVersion']) };
}

/** The server writes quantities its own way (`1024Mi` becomes `1Gi`); Argo CD compares their amounts. */
function isSameQuantity(sent: unknown, kept: unknown, path: string): boolean {
  if (!/(requests|limits|hard|default|defaultRequest|max|min|capacity|sizeLimit)\b/.test(path)) return false;
  const amount = (value: unknown) => {
    const text = String(value);
    return /(^|\.)cpu$/.test(path) ? parseCpu(text) : (parseBytes(text) ?? parseCpu(text));
  };
  const [left, right] = [amount(sent), amount(kept)];
  return left !== undefined && left === right;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
