import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a script ended, and what it asked kubectl for. */
export interface ShellRun {
  readonly status: number | null;
  readonly output: string;
  /** Arguments of each call of kubectl. */
  readonly calls: readonly string[];
}

export interface ShellProps {
  /** Files that the script reads below /data. */
  readonly data?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Body of a program by the name that the script calls; `sleep` does nothing by itself. */
  readonly programs?: Readonly<Record<string, string>>;
}

/** Runs a hook's script in bash, with programs of the test's own on its path. */
export function runScript(script: string, { data = {}, env = {}, programs = {} }: ShellProps): ShellRun {
  const folder = mkdtempSync(join(tmpdir(), 'hook-'));
  try {
    const bin = join(folder, 'bin');
    const log = join(folder, 'calls');
    mkdirSync(bin);
    mkdirSync(join(folder, 'data'));
    writeFileSync(log, '');
    for (const [name, text] of Object.entries(data)) writeFileSync(join(folder, 'data', name), text);
    const all = { sleep: 'exit 0', kubectl: 'exit 0', ...programs };
    for (const [name, body] of Object.entries(all)) {
      const record = name === 'kubectl' ? `echo "$*" >> '${log}'\n` : '';
      writeFileSync(join(bin, name), `#!/bin/bash\n${record}${body}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', script.replaceAll('/data/', `${folder}/data/`)],
      {
        encoding: 'utf8',
        env: { ...env, PATH: `${bin}:/usr/bin:/bin` },
      },
    );
    const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean);
    return { status, output: stdout + stderr, calls };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
