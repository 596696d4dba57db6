import type { LabelSelector, NodeSelectorTerm, Requirement } from './pod';

interface RawExpression {
  readonly key: string;
  readonly operator: Requirement['operator'];
  readonly values?: readonly string[];
}

/** A Kubernetes LabelSelector as it is written. */
export interface RawLabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly RawExpression[];
}

/** A Kubernetes NodeSelectorTerm as it is written. */
export interface RawNodeSelectorTerm {
  readonly matchExpressions?: readonly RawExpression[];
  readonly matchFields?: readonly RawExpression[];
}

/** Requirements of exact labels, as `nodeSelector` and `matchLabels` have them. */
export function parseLabels(labels: Readonly<Record<string, string>> | undefined): Requirement[] {
  return Object.entries(labels ?? {}).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
}

/** A selector that is missing selects nothing, an empty one everything. */
export function parseSelector(raw: RawLabelSelector | undefined): LabelSelector | undefined {
  if (!raw) return undefined;
  return [...parseLabels(raw.matchLabels), ...parseExpressions(raw.matchExpressions)];
}

export function parseTerm(raw: RawNodeSelectorTerm): NodeSelectorTerm {
  return { labels: parseExpressions(raw.matchExpressions), fields: parseExpressions(raw.matchFields) };
}

function parseExpressions(raw: readonly RawExpression[] | undefined): Requirement[] {
  return (raw ?? []).map(({ key, operator, values }) => ({ key, operator, values: values ?? [] }));
}
