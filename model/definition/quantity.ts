/** Memory or storage in binary units, e.g. `256Mi`. */
export type ByteQuantity = `${number}Mi` | `${number}Gi`;
/** CPU time in thousandths of a core, e.g. `250m`, or whole cores, e.g. `2`. */
export type CpuQuantity = `${number}m` | `${number}`;

export interface ResourceAmounts {
  readonly cpu: CpuQuantity;
  readonly memory: ByteQuantity;
}

/** What a container asks for and may use at most. The CPU has no limit: throttling only adds latency. */
export interface Resources {
  readonly requests: ResourceAmounts;
  readonly limits: { readonly memory: ByteQuantity; readonly cpu?: CpuQuantity };
}
