import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A program that runs until it is stopped; what it prints goes to a file. */
export class Child {
  private readonly process: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(
    readonly name: string,
    file: string,
    parameters: readonly string[],
    private readonly logFile: string,
  ) {
    const log = openSync(logFile, 'a');
    // A group of its own would outlive Ctrl-C in the terminal; in ours, it gets the signal as well.
    this.process = spawn(file, parameters, { stdio: ['ignore', log, log] });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.process.on('exit', () => {
        resolve();
      });
      this.process.on('error', () => {
        resolve();
      });
    });
  }

  get isRunning(): boolean {
    return (
      this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null
    );
  }

  /** Asks it to end, and kills it when it has not ended after `patienceMs`. */
  async stop(patienceMs = 3000): Promise<void> {
    if (!this.isRunning) return;
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.process.kill('SIGKILL'), patienceMs);
    await this.ended;
    clearTimeout(timer);
  }

  /** For the end of our own process, where nothing can be waited for. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  /** The last lines that it printed. */
  tail(lines = 15): string {
    return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }
}
