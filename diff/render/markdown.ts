import type { Item, Section } from './item';
import type { Outline } from './outline';

/** GitHub refuses a comment longer than 65,536 characters; some are left for what the workflow adds. */
const longestComment = 64_000;
/** Details of a section are folded when it has more lines than this. */
const foldAbove = 12;

const marks: Readonly<Record<Item['level'], string>> = { danger: '🔴 ', caution: '🟡 ', plain: '' };

/** The report for a pull request. Where it is too long, details go first, then whole sections, and both are counted. */
export function markdown({ headline, summaries, sections }: Outline, limit = longestComment): string {
  const head = [`## ${escape(headline)}`, '', ...summaries.map((line) => `- ${escape(line)}`), ''].join('\n');
  const full = sections.map((section) => renderSection(section, true));
  if (length([head, ...full]) <= limit) return [head, ...full].join('\n');
  const brief = sections.map((section) => renderSection(section, false));
  const kept: string[] = [];
  const note = '\n_Shortened to fit a comment: see the artifact of this run for every field._\n';
  let used = head.length + note.length;
  for (const text of brief) {
    if (used + text.length + 100 > limit) break;
    kept.push(text);
    used += text.length + 1;
  }
  const left = brief.length - kept.length;
  return [
    head,
    ...kept,
    ...(left ? [`_${String(left)} more sections are in the artifact._\n`] : []),
    note,
  ].join('\n');
}

const length = (parts: readonly string[]) => parts.reduce((sum, part) => sum + part.length + 1, 0);

function renderSection({ title, items }: Section, withDetails: boolean): string {
  const lines = items.flatMap(({ level, text, details }) => [
    `- ${marks[level]}${escape(text)}`,
    ...(withDetails ? details.map((detail) => `  - ${escape(detail)}`) : []),
  ]);
  const important = items.some(({ level }) => level !== 'plain');
  const body = lines.join('\n');
  if (important && lines.length <= foldAbove) return `### ${escape(title)}\n\n${body}\n`;
  const urgent = items.filter(({ level }) => level !== 'plain').length;
  const count = `${String(items.length)} change${items.length === 1 ? '' : 's'}${urgent ? `, ${String(urgent)} to look at` : ''}`;
  return `<details${important ? ' open' : ''}><summary><b>${escapeHtml(title)}</b>: ${count}</summary>\n\n${body}\n\n</details>\n`;
}

/** What Markdown or HTML would take for markup stands as text; values of an output come from a pull request. */
function escape(text: string): string {
  return escapeHtml(text)
    .replace(/[\\`*[\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|~(?=~)/g, (character) => `\\${character}`)
    .replace(/@(?=[A-Za-z0-9])/g, '@\u200b')
    .replace(/\n/g, ' ');
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
