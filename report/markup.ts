import escapeHtml from 'escape-html';

/** Text that is HTML already. Whatever else is put into a template is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlValue = string | number | Html | readonly HtmlValue[];

/**
 * Puts values into HTML: strings are escaped, HTML is not, lists are joined. Attributes need double quotes. The formatter
 * would rewrite templates of a tag named `html`, and with them the script whose hash the page carries.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.map((part, index) => part + written(values[index] ?? '')).join(''));
}

function written(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  return typeof value === 'object' ? value.map(written).join('') : escapeHtml(String(value));
}

/** Text inside a comment, which two hyphens in a row could end. */
export const commentText = (text: string): Html => new Html(text.replaceAll('--', '- -'));
