import type { FactsChange, NumberChange } from '../facts-change';
import { caution, plain, section, type Item, type Section } from './item';

const usd = (amount: number) => amount.toFixed(2);
const signed = (difference: number) => `${difference < 0 ? '−' : '+'}${usd(Math.abs(difference))}`;

/** vCPUs and money for the summary line; what did not change is not said. */
export function factsSummary({ vcpu, usdPerMonth }: FactsChange): string[] {
  return [
    ...(vcpu.before === vcpu.after ? [] : [`${String(vcpu.before)} → ${String(vcpu.after)} vCPU`]),
    ...(usdPerMonth.before === usdPerMonth.after
      ? ['same cost']
      : [`${usd(usdPerMonth.after)} USD a month (${signed(usdPerMonth.after - usdPerMonth.before)})`]),
  ];
}

/** Placement, cost and warnings. */
export function factsSections(
  { moved, fills, nodeCosts, appeared, vanished }: FactsChange,
  prefix: string,
): Section[] {
  return [
    ...section(`${prefix}Placement, as if every pod were placed afresh`, [
      ...moved.map(({ workload, before, after }) =>
        caution(`${workload}: ${nodes(before)} → ${nodes(after)}`),
      ),
      ...fills.map(fill),
    ]),
    ...section(`${prefix}Cost`, nodeCosts.map(nodeCost)),
    ...section(`${prefix}Findings`, [
      ...appeared.map(({ path, problem, code }) => caution(`new: ${path}: ${problem} (${code})`)),
      ...vanished.map(({ path, code }) => plain(`gone: ${path} (${code})`)),
    ]),
  ];
}

/** `k8s-api-auth ×2` for two pods on one node. */
function nodes(names: readonly string[]): string {
  return [...new Set(names)]
    .map((name) => {
      const count = names.filter((each) => each === name).length;
      return count > 1 ? `${name} ×${String(count)}` : name;
    })
    .join(', ');
}

function fill({ name, before, after }: NumberChange): Item {
  const text = `${name} is ${String(after)} % full at its worst hour (was ${String(before)} %)`;
  return after > 80 && after > before ? caution(text) : plain(text);
}

function nodeCost({ name, before, after }: NumberChange): Item {
  if (before === 0) return plain(`${name}: +${usd(after)} USD a month (new)`);
  if (after === 0) return plain(`${name}: −${usd(before)} USD a month (gone)`);
  return plain(`${name}: ${usd(before)} → ${usd(after)} USD a month (${signed(after - before)})`);
}
