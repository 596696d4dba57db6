import type { Item } from './item';
import type { Outline } from './outline';

/** Colours for the terminal; each is the identity where colours are off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** The report for a terminal. */
export function text({ headline, summaries, sections }: Outline, paint: Paint): string {
  const color = (level: Item['level'], line: string) =>
    level === 'danger' ? paint.red(line) : level === 'caution' ? paint.yellow(line) : line;
  const lines = sections.flatMap(({ title, items }) => [
    '',
    paint.bold(title),
    ...items.flatMap((item) => [
      `  ${color(item.level, item.text)}`,
      ...item.details.map((detail) => paint.dim(`      ${detail}`)),
    ]),
  ]);
  return `${[paint.bold(headline), ...summaries.map((line) => `  ${line}`), ...lines].join('\n')}\n`;
}
