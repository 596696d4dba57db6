import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child';
import type { ProgramCommand } from './commands';

/** The programs of one control plane and the folder of their files; all of it ends with our own process. */
export class Programs {
  readonly folder = mkdtempSync(join(tmpdir(), 'eco2-rehearsal-'));
  private readonly children: Child[] = [];
  private readonly atExit = () => {
    for (const child of this.children) child.kill();
    this.removeFolder();
  };

  constructor(private readonly binaries: string) {
    process.once('exit', this.atExit);
  }

  start({ program, arguments: parameters }: ProgramCommand): void {
    const log = join(this.folder, `${program}.log`);
    this.children.push(new Child(program, join(this.binaries, program), parameters, log));
  }

  /** Programs that have ended by themselves, with their last words. */
  failures(): readonly string[] {
    return this.children
      .filter((child) => !child.isRunning)
      .map((child) => `${child.name} ended:\n${child.tail()}`);
  }

  /** Ends every program, the last one first, and removes every file. */
  async stop(): Promise<void> {
    for (const child of [...this.children].reverse()) await child.stop();
    this.removeFolder();
    process.removeListener('exit', this.atExit);
  }

  private removeFolder(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
