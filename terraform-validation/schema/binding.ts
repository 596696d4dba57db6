/** A generated binding as its text says it: structures by name, not yet a tree. */
export interface Binding {
  readonly root: Structure;
  readonly structures: ReadonlyMap<string, Structure>;
}

/** The fields of a resource or of a nested object, by their Terraform names. */
export type Structure = ReadonlyMap<string, Field>;

export interface Field {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly shape: Shape;
}

export type Primitive = 'string' | 'number' | 'bool' | 'dynamic';

/** How a field is nested around a primitive or a structure. */
export type Shape =
  | {
      readonly kind: 'primitive';
      readonly of: Primitive;
      readonly within: readonly ('list' | 'set' | 'map')[];
    }
  | {
      readonly kind: 'structure';
      readonly of: string;
      readonly nesting: 'single' | 'list' | 'set' | 'map';
      /** Written as a block, not as an attribute with an object as its value. */
      readonly isBlock: boolean;
      readonly isAtMostOne: boolean;
    };
