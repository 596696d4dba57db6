import type { Finding } from '../../model/finding';
import type { Diagnostic } from './diagnostic';
import { openValidator, type Validator, type ValidatorOptions } from './validator';

/** A committed stack. */
export interface StackFile {
  readonly cluster: string;
  readonly stack: string;
  /** Path from the repository's root. */
  readonly path: string;
  /** Terraform JSON. */
  readonly text: string;
}

export type Step = 'init' | 'validate' | 'test';

export interface StackResult {
  readonly file: StackFile;
  readonly findings: readonly Finding[];
  /** Of the steps that ran; a step after a failed one does not. */
  readonly milliseconds: Readonly<Partial<Record<Step, number>>>;
  /** Addresses of the resources that the mocked apply made. */
  readonly applied: readonly string[];
}

export interface ValidateStacksOptions extends ValidatorOptions {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Runs `init`, `validate` and a mocked `test` on every stack, one after another. */
export async function validateStacks(
  files: readonly StackFile[],
  { now, ...options }: ValidateStacksOptions,
): Promise<StackResult[]> {
  const validator = await openValidator(
    files.map(({ text }) => text),
    options,
  );
  try {
    const results: StackResult[] = [];
    for (const file of files) results.push(await validateStack(validator, file, now));
    return results;
  } finally {
    validator.close();
  }
}

async function validateStack(validator: Validator, file: StackFile, now: () => number): Promise<StackResult> {
  const milliseconds: Partial<Record<Step, number>> = {};
  const findings: Finding[] = [];
  const step = async <T>(name: Step, run: () => Promise<T>, said: (result: T) => readonly Diagnostic[]) => {
    const start = now();
    const result = await run();
    milliseconds[name] = now() - start;
    findings.push(...said(result).map((diagnostic) => toFinding(file, name, diagnostic)));
    return result;
  };
  const failed = () => findings.some(({ severity }) => severity === 'error');
  let applied: readonly string[] = [];
  const stack = await step(
    'init',
    () => validator.open(`${file.cluster}-${file.stack}`, file.text),
    ({ init }) => init,
  );
  if (!failed()) await step('validate', stack.validate, (diagnostics) => diagnostics);
  if (!failed()) ({ applied } = await step('test', stack.test, ({ diagnostics }) => diagnostics));
  return { file, findings, milliseconds, applied };
}

function toFinding(
  file: StackFile,
  step: Step,
  { severity, summary, detail, range, snippet }: Diagnostic,
): Finding {
  const line = range?.start.line;
  return {
    code: `terraform-${step}-passes`,
    severity,
    path: `${file.stack}: ${snippet?.context ?? step}`,
    problem: [summary, detail].filter(Boolean).join(': '),
    rule: `terraform ${step} accepts every committed stack.`,
    fix: `Mend the stack ${file.stack} in infra/ and run npm run synth.`,
    file: file.path,
    ...(line === undefined ? {} : { line }),
  };
}
