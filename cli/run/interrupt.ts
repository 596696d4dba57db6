import type { Child } from './child';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Passes Ctrl-C on to the running program and waits for it; each further one is ruder. */
export class Interrupt {
  private count = 0;
  private readonly running = new Set<Child>();
  private wake: (() => void) | undefined;

  get happened(): boolean {
    return this.count > 0;
  }

  start(): void {
    for (const signal of signals) process.on(signal, this.handle);
    process.on('exit', this.killAll);
  }

  stop(): void {
    for (const signal of signals) process.off(signal, this.handle);
    process.off('exit', this.killAll);
    this.killAll();
  }

  /** Runs a program to its end, interrupted or not. */
  async run(child: Child): ReturnType<typeof ended> {
    this.running.add(child);
    if (this.happened) child.signal('SIGINT');
    const end = await ended(child);
    this.running.delete(child);
    return end;
  }

  /** A pause that an interrupt ends. */
  async pause(milliseconds: number): Promise<void> {
    if (this.happened) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }

  private readonly handle = () => {
    this.count += 1;
    for (const child of this.running) child.signal(this.count > 2 ? 'SIGKILL' : 'SIGINT');
    this.wake?.();
    for (const { invocation } of this.running)
      process.stderr.write(
        `\nWaiting for ${invocation.program} to stop cleanly. Ctrl-C again presses it, a third kills it.\n`,
      );
  };

  private readonly killAll = () => {
    for (const child of this.running) child.signal('SIGKILL');
  };
}

const ended = (child: Child) => child.ended;
