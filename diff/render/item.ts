/** One line of the report with the lines below it. Everything that people read goes through this one form. */
export interface Item {
  readonly level: 'danger' | 'caution' | 'plain';
  readonly text: string;
  readonly details: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

/** A section, or nothing where it has no items. */
export const section = (title: string, items: readonly Item[]): Section[] =>
  items.length ? [{ title, items }] : [];

const item =
  (level: Item['level']) =>
  (text: string, details: readonly string[] = []): Item => ({ level, text, details });

export const plain = item('plain');
export const caution = item('caution');
export const danger = item('danger');
