import { execFile } from 'node:child_process';
import type { Finding } from '../../model/finding';
import type { Check, Ended } from '../../operate/preflight/check';

/** Asks all questions at once; nothing is changed by any. */
export async function runChecks(checks: readonly Check[], cwd: string): Promise<Finding[]> {
  const answers = await Promise.all(checks.map(async (check) => check.judge(await ask(check, cwd))));
  return answers.flat();
}

/** Whether a question was answered with success. */
export async function holds(check: Check, cwd: string): Promise<boolean> {
  const ended = await ask(check, cwd);
  return !ended.missing && ended.status === 0;
}

function ask({ program, args }: Check, cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, timeout: 60_000 }, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') return resolve({ missing: true });
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}
