import { readFileSync } from 'node:fs';

/** How often a process is looked at; its peak only grows, so that the last look before its end has nearly all of it. */
const pollMilliseconds = 2;
/** The unit of CPU time in /proc: USER_HZ is 100 on every Linux. */
const ticksPerSecond = 100;

/** CPU time and peak memory of a process that is not Node's, read from /proc while it runs; zero where there is no /proc. */
export class ProcUsage {
  cpuSeconds = 0;
  peakMiB = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => {
      this.look();
    }, pollMilliseconds);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    try {
      const [, peak = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(this.read('status')) ?? [];
      // Behind the name, which may hold spaces: state, ten more fields, utime and stime.
      const fields = this.read('stat')
        .replace(/^.*\) /s, '')
        .split(' ');
      this.peakMiB = Math.max(this.peakMiB, Number(peak) / 1024);
      this.cpuSeconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    } catch {
      // Ended, or never there.
    }
  }

  private read(file: string): string {
    return readFileSync(`/proc/${String(this.pid)}/${file}`, 'utf8');
  }
}
