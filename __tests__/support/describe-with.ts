/**
 * A describe block that needs a program of the machine. Where it is missing, Jest counts the tests as skipped and the
 * closing lines say why (support/skipped-reporter.cjs): a test that could not run is never taken for one that passed.
 */
export function describeWith(
  program: { readonly found: string | undefined; readonly missing: string },
  title: string,
  body: () => void,
): void {
  if (program.found === undefined) describe.skip(`${title} (skipped: ${program.missing})`, body);
  else describe(title, body);
}
