import { stringify } from 'yaml';

/** A plain value as a YAML document, by a general library: what `writeYaml` is compared with. */
export function stockYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
