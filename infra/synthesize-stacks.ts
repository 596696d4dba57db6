import { App, Testing, type TerraformStack } from 'cdktf';
import type { Cluster } from '../model/cluster';
import type { Engine } from '../model/engine';
import { stackNames, type StackName } from '../model/stacks';
import { EdgeStack } from './stacks/edge-stack';
import { plainTerraform } from './plain-terraform';
import { withoutNotes } from './plain-value';
import { NetworkStack } from './stacks/network-stack';
import { NodesStack } from './stacks/nodes-stack';
import { StateStack } from './stacks/state-stack';

const stacks: Record<StackName, new (scope: App, cluster: Cluster) => TerraformStack> = {
  state: StateStack,
  network: NetworkStack,
  nodes: NodesStack,
  edge: EdgeStack,
};

/** One stack as Terraform reads it. */
export interface SynthesizedStack {
  /** `network`, `nodes`, … */
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The stacks of a cluster, in the order in which they are applied. */
export function addStacks(app: App, cluster: Cluster): { name: string; stack: TerraformStack }[] {
  return stackNames(cluster).map((name) => ({ name, stack: new stacks[name](app, cluster) }));
}

/** Terraform JSON of every stack, without a file being written. */
export function synthesizeStacks(cluster: Cluster, engine: Engine): SynthesizedStack[] {
  const json = engine === 'stock' ? stockJson : plainTerraform;
  return withoutCreationStacks(() =>
    addStacks(new App({ stackTraces: false }), cluster).map(({ name, stack }) => ({
      name,
      json: json(stack),
    })),
  );
}

type TerraformJson = Record<string, unknown>;

function stockJson(stack: TerraformStack): TerraformJson {
  // Runs aspects, the preparing pass and validations. What it gives back has lost every `//`, our reasons too.
  Testing.synth(stack, true);
  return withoutNotes(JSON.parse(JSON.stringify(stack.toTerraform())) as TerraformJson);
}

/**
 * cdktf notes where each token was created, a fifth of the time of a large cluster, and nothing reads it. It asks V8
 * through this one function, which errors themselves do not use.
 */
function withoutCreationStacks<T>(make: () => T): T {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => undefined;
  try {
    return make();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
