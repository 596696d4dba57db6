import Table from 'cli-table3';
import pc from 'picocolors';
import { costBy, type Estimate } from '../../model/cost/estimate';
import { bar, shareBar } from './bar';

const usd = (amount: number): string => amount.toFixed(2);

/** Totals, money by stack, domain and node, and on demand every line with the source of its price. */
export function costText(estimate: Estimate, withLines: boolean): string {
  const { cluster, region, totals, lines, usdPerMonth, notCounted } = estimate;
  const { nodes, vcpu, vcpuQuota, memoryGiB, rootVolumeGiB, podVolumeGiB } = totals;
  return [
    `${pc.bold(cluster)} in ${region}: ${pc.bold(`${usd(usdPerMonth)} USD a month`)}`,
    `${String(nodes)} nodes, ${String(vcpu)} vCPU ${bar(vcpu, vcpuQuota)} of the quota of ${String(vcpuQuota)}, ${String(memoryGiB)} GiB of memory, ${String(rootVolumeGiB)} GiB of root and ${String(podVolumeGiB)} GiB of pod volumes`,
    ...(['stack', 'domain', 'node'] as const).map((by) => breakdown(estimate, by)),
    ...(withLines ? [lineTable(lines)] : []),
    pc.dim(`730 hours, on demand, list prices of ${dates(lines)}; without ${notCounted.join(', ')}.`),
    '',
  ].join('\n');
}

function breakdown({ lines, usdPerMonth }: Estimate, by: 'stack' | 'domain' | 'node'): string {
  const table = new Table({
    head: [by, 'USD a month', 'share'],
    colAligns: ['left', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { name, usdPerMonth: own } of costBy(lines, by))
    table.push([name, usd(own), shareBar(usdPerMonth ? own / usdPerMonth : 0)]);
  return table.toString();
}

function lineTable(lines: Estimate['lines']): string {
  const table = new Table({
    head: ['stack', 'node', 'item', 'quantity', 'USD each', 'USD a month', 'source'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { stack, node = '', item, quantity, price, usdPerMonth } of lines)
    table.push([
      stack,
      node,
      item,
      `${String(Math.round(quantity * 100) / 100)} ${price.unit}`,
      String(price.usd),
      usd(usdPerMonth),
      `${price.source} (${price.date})`,
    ]);
  return table.toString();
}

/** Days on which the prices were last known to hold, the oldest and the newest. */
function dates(lines: Estimate['lines']): string {
  const days = [...new Set(lines.map(({ price }) => price.date))].sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  return first === last ? first : `${first} to ${last}`;
}
