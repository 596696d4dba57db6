import { distTree, type ClusterTree } from './dist-tree';
import { factsChange, type FactsChange } from './facts-change';
import { fieldChanges, type FieldChange } from './field-change';
import { diffApplication, type ApplicationDiff } from './kubernetes/diff-application';
import { order, type OrderStep } from './order';
import { parseSides } from './parse-sides';
import { riskOf, type Risk } from './risk';
import type { Side } from './side';
import { diffStack, type StackDiff } from './terraform/diff-stack';

/** A file that is neither Terraform nor a manifest, with the fields that differ. */
export interface OtherChange {
  readonly path: string;
  readonly changes: readonly FieldChange[];
}

export interface ClusterDiff {
  readonly name: string;
  readonly status: 'added' | 'removed' | 'changed';
  /** Stacks that differ. */
  readonly stacks: readonly StackDiff[];
  /** Applications that differ. */
  readonly applications: readonly ApplicationDiff[];
  readonly others: readonly OtherChange[];
  readonly facts: FactsChange;
  readonly order: readonly OrderStep[];
}

/** Everything that differs between two trees of the output. */
export interface DistDiff {
  readonly before: string;
  readonly after: string;
  readonly risk: Risk;
  /** Clusters that differ, sorted by name. */
  readonly clusters: readonly ClusterDiff[];
  readonly shared: readonly OtherChange[];
  /** Files that a side has and that could not be read: what they would change is not in this diff. */
  readonly unreadable: readonly { readonly side: string; readonly path: string; readonly problem: string }[];
}

const atlantisFile = 'atlantis.yaml';
const factsFile = 'facts.json';

/** Compares two trees; nothing but their files is read. */
export function diffDist(before: Side, after: Side): DistDiff {
  const parsed = parseSides(before, after);
  const [old, now] = [distTree(parsed.before), distTree(parsed.after)];
  const names = [...new Set([...old.clusters.keys(), ...now.clusters.keys()])].sort();
  const clusters = names
    .map((name) =>
      diffCluster(name, old.clusters.get(name), now.clusters.get(name), now.shared.get(atlantisFile)),
    )
    .filter(isDifferent);
  const unreadable = [
    ...old.unreadable.map((file) => ({ side: before.label, ...file })),
    ...now.unreadable.map((file) => ({ side: after.label, ...file })),
  ];
  return {
    before: before.label,
    after: after.label,
    risk: unreadable.length ? 'high' : riskOf(clusters),
    clusters,
    shared: otherChanges(old.shared, now.shared),
    unreadable,
  };
}

function diffCluster(
  name: string,
  before: ClusterTree | undefined,
  after: ClusterTree | undefined,
  atlantis: unknown,
): ClusterDiff {
  const stacks = namesOf(before?.stacks, after?.stacks)
    .map((stack) => diffStack(stack, before?.stacks.get(stack), after?.stacks.get(stack)))
    .filter(({ resources, settings }) => resources.length + settings.length > 0);
  const applications = namesOf(before?.applications, after?.applications)
    .map((application) =>
      diffApplication(
        application,
        before?.applications.get(application) ?? [],
        after?.applications.get(application) ?? [],
      ),
    )
    .filter(({ objects }) => objects.length > 0);
  return {
    name,
    status: !before ? 'added' : !after ? 'removed' : 'changed',
    stacks,
    applications,
    others: otherChanges(before?.others ?? new Map(), after?.others ?? new Map()).filter(
      ({ path }) => path !== factsFile,
    ),
    facts: factsChange(before?.others.get(factsFile), after?.others.get(factsFile)),
    order: order(name, atlantis, stacks, after, applications),
  };
}

function isDifferent({ stacks, applications, others, facts }: ClusterDiff): boolean {
  const { appeared, vanished, moved, usdPerMonth } = facts;
  return (
    stacks.length + applications.length + others.length + appeared.length + vanished.length + moved.length >
      0 || usdPerMonth.before !== usdPerMonth.after
  );
}

function otherChanges(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): OtherChange[] {
  return namesOf(before, after)
    .map((path) => ({ path, changes: fieldChanges(before.get(path), after.get(path)) }))
    .filter(({ changes }) => changes.length > 0);
}

function namesOf(before?: ReadonlyMap<string, unknown>, after?: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
}
