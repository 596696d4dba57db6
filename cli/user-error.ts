/** Something that the user can mend, already in the user's words: what is wrong, the rule, and the fix. */
export class UserError extends Error {
  constructor(problem: string, rule: string, fix: string) {
    super(`${problem}\n  rule: ${rule}\n  fix:  ${fix}`);
  }
}
