import type { Cluster } from '../../model/cluster';
import type { StackName } from '../../model/stacks';
import { reviewPlan } from './review-plan';
import type { CommandStep, Step } from './step';
import { workFiles } from './work-files';

/** Without a terminal Terraform asks nothing, and says nothing about the next command to type. */
const environment = { TF_IN_AUTOMATION: '1', TF_INPUT: '0' };

/** One Terraform command on the working copy of a stack. */
export function terraform(
  { name, region }: Cluster,
  stack: StackName,
  [command, ...options]: readonly [string, ...string[]],
  step: Pick<CommandStep, 'id' | 'title' | 'nextAction'> &
    Partial<Pick<CommandStep, 'keep' | 'judge' | 'resumeAt'>>,
): CommandStep {
  return {
    kind: 'command',
    program: 'terraform',
    args: [`-chdir=${workFiles(name).stack(stack)}`, command, ...options],
    env: { ...environment, AWS_REGION: region },
    cwd: '.',
    ...step,
  };
}

export function copyStack({ name }: Cluster, stack: StackName): Step {
  return {
    kind: 'copy',
    id: `${stack}-copy`,
    title: `Copy the stack ${stack}`,
    from: `dist/${name}/terraform/${stack}`,
    to: workFiles(name).stack(stack),
    nextAction: 'Run npm run synth: dist has no such stack.',
  };
}

export function initStack(cluster: Cluster, stack: StackName): Step {
  return terraform(cluster, stack, ['init', '-input=false', '-reconfigure'], {
    id: `${stack}-init`,
    title: `Initialize the stack ${stack}`,
    nextAction: `Look at the log: mostly ${cluster.terraform.stateBucket} is out of reach, or the registry of providers is.`,
  });
}

/** Plan, read the plan, apply exactly that plan, and keep what it knows now. */
export function applyStack(cluster: Cluster, stack: StackName): Step[] {
  const { planFile, outputs } = workFiles(cluster.name);
  return [
    terraform(cluster, stack, ['plan', '-input=false', '-lock-timeout=5m', `-out=${planFile}`], {
      id: `${stack}-plan`,
      title: `Plan the stack ${stack}`,
      nextAction:
        'The log names the resource. A lock that a killed run left goes with terraform force-unlock, once nobody else applies.',
    }),
    terraform(cluster, stack, ['show', '-json', planFile], {
      id: `${stack}-review`,
      title: `Make sure that ${stack} destroys nothing`,
      judge: reviewPlan,
      resumeAt: `${stack}-plan`,
      nextAction:
        'Nothing was applied. Read the plan in the log of the step before; where the loss is meant, apply it through a pull request (atlantis apply).',
    }),
    terraform(cluster, stack, ['apply', '-input=false', '-lock-timeout=5m', planFile], {
      id: `${stack}-apply`,
      title: `Apply the stack ${stack}`,
      // What was applied is in the state, and a plan can be applied once.
      resumeAt: `${stack}-plan`,
      nextAction: applyHints[stack],
    }),
    terraform(cluster, stack, ['output', '-json'], {
      id: `${stack}-outputs`,
      title: `Read the outputs of ${stack}`,
      keep: outputs(stack),
      nextAction: 'The state is out of reach: look at the log.',
    }),
  ];
}

const applyHints: Readonly<Record<StackName, string>> = {
  state: 'A bucket name that is taken belongs to another account: choose another in the definition.',
  network: 'The log names the resource; what was made is in the state, and the next run goes on from there.',
  nodes:
    'VcpuLimitExceeded (incident A11): raise quota L-1216C47A or choose smaller types. InsufficientInstanceCapacity: another zone or type.',
  edge: "A certificate that stays pending waits for DNS: point the domain at the zone's name servers (terraform output name_servers), then go on.",
};
