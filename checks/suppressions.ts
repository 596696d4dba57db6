import type { Suppression } from '../model/definition/suppression';
import type { Finding } from '../model/finding';
import { fitsWildcard } from './artifacts/wildcard';

/** Whether a suppression names the rule and the place of a finding: its object, its whole path, or its file. */
function fits({ rule, place }: Suppression, { code, path, file }: Finding): boolean {
  if (rule !== code) return false;
  return [path, path.split(': ')[0] ?? path, file ?? ''].some((one) => fitsWildcard(place, one));
}

/**
 * Takes the suppressed findings out. A suppression that fits nothing, names no rule of ours or gives no reason is a
 * finding itself; identifiers of outside linters (`CKV_AWS_88`) are left to those.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  file: string,
): Finding[] {
  const own = suppressions.filter(({ rule }) => /^[a-z0-9-]+$/.test(rule));
  const problem = (suppression: Suppression): string | undefined => {
    if (!suppression.reason.trim()) return 'has no reason';
    if (!findings.some((finding) => fits(suppression, finding))) return 'suppresses nothing';
    return undefined;
  };
  const kept = findings.filter((finding) => !own.some((one) => one.reason.trim() && fits(one, finding)));
  const wrong = own.flatMap((suppression): Finding[] => {
    const found = problem(suppression);
    return found === undefined
      ? []
      : [
          {
            code: 'suppressions-are-used',
            severity: 'error',
            path: `suppressions: ${suppression.rule} at ${suppression.place}`,
            problem: found,
            rule: 'A suppression names a rule, a place where it is broken, and the reason.',
            fix: 'Remove it, or correct its place and give the reason.',
            file,
          },
        ];
  });
  return [...kept, ...wrong];
}
