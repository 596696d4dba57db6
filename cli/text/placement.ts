import Table from 'cli-table3';
import pc from 'picocolors';
import type { NodeReport, PlacementReport, WaitingPod } from '../../model/capacity/placement/report';
import { bar } from './bar';
import { findingsText } from './findings';

const mib = 2 ** 20;

/** Nodes with their pods and bars of what they promise, at their worst hour or after a loss. */
export function placementText(report: PlacementReport): string {
  const { cluster, nodes, waiting, findings, loss } = report;
  const lost = new Set(loss?.nodes);
  const table = new Table({
    head: loss
      ? ['node', 'CPU after the loss', 'memory after the loss', 'pods']
      : ['node', 'CPU at peak', 'memory at peak', 'pods'],
    style: { head: [], border: [] },
  });
  for (const node of nodes) table.push(row(node, lost.has(node.name)));
  return [
    `${pc.bold(cluster)}: ${String(nodes.length)} nodes, ${String(nodes.reduce((sum, { pods }) => sum + pods.length, 0))} pods`,
    table.toString(),
    ...waiting.map(waitingText),
    ...(loss ? lossText(loss) : []),
    findingsText(findings.map((finding) => ({ cluster, finding }))),
  ].join('\n');
}

function row({ name, type, zone, peak, pods, afterLoss }: NodeReport, isLost: boolean): string[] {
  const { cpuMilli, memoryBytes, allocatable } = afterLoss?.usage ?? peak;
  const [memory, all] = [memoryBytes, allocatable.memoryBytes].map((bytes) =>
    String(Math.round(bytes / mib)),
  );
  const arrived = (afterLoss?.arrived ?? []).map((pod) => pc.green(`+ ${pod}`));
  return [
    `${isLost ? pc.red(`${name} (lost)`) : name}\n${pc.dim(`${type}, zone ${zone}`)}`,
    `${bar(cpuMilli, allocatable.cpuMilli)}\n${pc.dim(`${String(cpuMilli)}/${String(allocatable.cpuMilli)}m`)}`,
    `${bar(memoryBytes, allocatable.memoryBytes)}\n${pc.dim(`${memory ?? ''}/${all ?? ''} MiB`)}`,
    [...(isLost ? pods.map((pod) => pc.dim(pod)) : pods), ...arrived].join('\n'),
  ];
}

function lossText(loss: NonNullable<PlacementReport['loss']>): string[] {
  const { nodes, hasControlPlane, moved, waiting } = loss;
  return [
    pc.bold(`When ${nodes.join(', ')} ${nodes.length === 1 ? 'is' : 'are'} lost:`),
    ...(hasControlPlane ? [] : [pc.red('no control plane is left: what runs goes on, nothing is moved')]),
    ...moved.map(({ pod, to }) => `${pc.green('moves')} ${pod} → ${to}`),
    ...waiting.map(waitingText),
    ...(moved.length || waiting.length ? [] : ['nothing else is affected']),
    '',
  ];
}

const waitingText = ({ pod, reason }: WaitingPod): string => `${pc.red('waits')} ${pod}: ${reason}`;
