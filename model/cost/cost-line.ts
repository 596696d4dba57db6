import type { Price } from '../aws/price';

/** One thing that AWS charges every month. */
export interface CostLine {
  /** Terraform stack, or `kubernetes` for what controllers in the cluster create. */
  readonly stack: string;
  readonly item: string;
  /** Node that it belongs to. */
  readonly node?: string;
  /** API domain that needs it; `shared` for what all of them use. */
  readonly domain: string;
  /** In the unit of the price. */
  readonly quantity: number;
  readonly price: Price;
  readonly usdPerMonth: number;
}

export function costLine(props: Omit<CostLine, 'usdPerMonth'>): CostLine {
  return { ...props, usdPerMonth: props.quantity * props.price.usd };
}
