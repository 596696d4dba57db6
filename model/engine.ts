/**
 * How constructs become plain values: `stock` is each CDK's own synthesis, `quick` leaves out what our constructs do not
 * need. Both give the same values; a test compares them.
 */
export type Engine = 'quick' | 'stock';
