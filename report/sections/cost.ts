import { costBy, type Estimate } from '../../model/cost/estimate';
import { section, table, usd } from '../format';
import { markup, type Html } from '../markup';

/** USD a month by node, stack and domain, and every price with the day it was read. */
export function cost(estimate: Estimate | undefined): Html {
  if (!estimate) return section('cost', 'Cost', markup`<p>There is no price list for this region.</p>`);
  const { lines, usdPerMonth, notCounted } = estimate;
  const by = (kind: 'stack' | 'domain' | 'node') =>
    table(
      `By ${kind}`,
      [kind, 'a month'],
      costBy(lines, kind).map(({ name, usdPerMonth: amount }) => [name, usd(amount)]),
    );
  const largest = [...lines].sort((a, b) => b.usdPerMonth - a.usdPerMonth || (key(a) < key(b) ? -1 : 1));
  return section(
    'cost',
    'Cost',
    markup`<p>
      ${usd(usdPerMonth)} in a month of 730 hours, on demand. Not counted: ${notCounted.join(', ')}.
    </p>`,
    markup`<div class="columns">${by('stack')}${by('domain')}${by('node')}</div>`,
    table(
      'Every line',
      ['item', 'stack', 'node', 'quantity', 'price', 'read', 'a month'],
      largest.map(({ item, stack, node, quantity, price, usdPerMonth: amount }) => [
        item,
        stack,
        node ?? 'shared',
        Number(quantity.toFixed(2)),
        `${String(price.usd)} USD per ${price.unit}`,
        price.date,
        usd(amount),
      ]),
    ),
  );
}

const key = ({ stack, item, node }: Estimate['lines'][number]) => `${stack} ${item} ${node ?? ''}`;
