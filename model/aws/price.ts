export type PriceUnit =
  | 'hour'
  | 'GB-month'
  | 'GB'
  | 'LCU-hour'
  | 'month'
  | '1,000 requests'
  | '10,000 requests'
  | '1,000,000 requests';

/** A list price without tax, with where and when it was read. */
export interface Price {
  /** USD for one `unit`. */
  readonly usd: number;
  readonly unit: PriceUnit;
  readonly source: string;
  /** Day on which the price was last known to hold, `YYYY-MM-DD`. */
  readonly date: string;
}
