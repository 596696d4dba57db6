import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import pc from 'picocolors';
import type { Step } from '../../operate/plan/step';

/** One line for each step with its duration, and on a terminal a bar below them. */
export class Progress {
  private readonly bars: MultiBar | undefined;
  private readonly bar: SingleBar | undefined;
  private readonly ticker: NodeJS.Timeout | undefined;
  private began = 0;
  private waiting = '';

  constructor(
    total: number,
    private readonly stream: NodeJS.WriteStream = process.stdout,
  ) {
    if (!stream.isTTY) return;
    this.bars = new MultiBar(
      {
        format: '{bar} {value}/{total} {duration_formatted}  {title}',
        stream,
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    this.bar = this.bars.create(total, 0, { title: '' });
    this.ticker = setInterval(() => this.bars?.update(), 1000);
  }

  begin(step: Step, index: number): void {
    this.began = performance.now();
    this.waiting = '';
    this.bar?.update(index, { title: step.title });
  }

  /** Says what a step waits for, once for each thing. */
  wait(step: Step, reason: string): void {
    if (reason === this.waiting) return;
    this.waiting = reason;
    this.bar?.update({ title: `${step.title}: ${reason}` });
    if (!this.bar) this.line(`  ${step.id} waits: ${reason}`);
  }

  end(step: Step, succeeded: boolean): void {
    const mark = succeeded ? pc.green('done  ') : pc.red('failed');
    this.line(
      `${mark} ${step.id.padEnd(22)} ${step.title} ${pc.dim(duration(performance.now() - this.began))}`,
    );
    if (succeeded) this.bar?.increment();
  }

  stop(): void {
    clearInterval(this.ticker);
    // Lines wait for the next drawing of the bar.
    this.bars?.update();
    this.bars?.stop();
  }

  private line(text: string): void {
    if (this.bars) this.bars.log(`${text}\n`);
    else this.stream.write(`${text}\n`);
  }
}

/** `4 s`, `12 min 3 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${String(minutes)} min ${String(seconds % 60)} s` : `${String(seconds)} s`;
}
