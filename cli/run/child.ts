import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Invocation } from '../../operate/plan/step';

export interface ChildEnd {
  /** Nothing where there is no such program, or where a signal ended it. */
  readonly status: number | null;
  readonly missing: boolean;
  readonly stdout: string;
}

/**
 * A program in a process group of its own: Ctrl-C on the terminal reaches it through us only, and only once. Terraform
 * takes a second interrupt as the order to leave its state behind.
 */
export class Child {
  readonly ended: Promise<ChildEnd>;
  private readonly process: ChildProcess;

  /** @param log file that takes stderr, and stdout unless that is kept */
  constructor(
    root: string,
    readonly invocation: Invocation,
    log: string,
    keepOutput: boolean,
  ) {
    const file = openSync(log, 'a', 0o600);
    const { program, args, env, cwd } = invocation;
    try {
      this.process = spawn(program, args, {
        cwd: join(root, cwd),
        env: { ...process.env, ...env },
        detached: true,
        stdio: ['ignore', keepOutput ? 'pipe' : file, file],
      });
    } finally {
      closeSync(file);
    }
    const chunks: Buffer[] = [];
    this.process.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    this.ended = new Promise((resolve) => {
      const end = (status: number | null, missing: boolean) =>
        resolve({ status, missing, stdout: Buffer.concat(chunks).toString('utf8') });
      this.process.once('error', () => end(null, true));
      this.process.once('close', (status) => end(status, false));
    });
  }

  /** Ends the program, with force where it does not listen. */
  async end(): Promise<void> {
    this.signal('SIGTERM');
    const timer = setTimeout(() => this.signal('SIGKILL'), 2000);
    await this.ended;
    clearTimeout(timer);
  }

  /** Signals the program and everything that it started. */
  signal(name: NodeJS.Signals): void {
    if (this.process.pid === undefined) return;
    try {
      process.kill(-this.process.pid, name);
    } catch {
      // It has ended.
    }
  }
}
