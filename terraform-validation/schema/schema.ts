/** A Terraform type constraint in the JSON form that providers send. */
export type Type =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', Type]
  | readonly ['object', Readonly<Record<string, Type>>];

export interface Attribute {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

export type Nesting = 'single' | 'list' | 'set' | 'map';

export interface NestedBlock {
  readonly name: string;
  readonly nesting: Nesting;
  readonly minItems: number;
  /** 0: no upper limit. */
  readonly maxItems: number;
  readonly block: Block;
}

/** What a resource, a data source or a provider accepts. */
export interface Block {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly NestedBlock[];
}

/** The schema of a provider, as far as the given configuration uses it. */
export interface ProviderSchema {
  readonly provider: Block;
  /** By type, such as `aws_vpc`. */
  readonly resources: Readonly<Record<string, Block>>;
  readonly dataSources: Readonly<Record<string, Block>>;
}
