/** Builds the module at `entry` (from `root`) with everything it imports into one file. */
export function build(
  root: string,
  bundle: string,
  options: { readonly entry: string; readonly sourcemap?: boolean },
): Promise<void>;
