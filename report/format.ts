import { markup, type Html, type HtmlValue } from './markup';

const mib = 2 ** 20;

export const usd = (amount: number): string => `${amount.toFixed(2)} USD`;

export const memory = (bytes: number): string => `${String(Math.round(bytes / mib))} MiB`;

/** Share of a whole in percent with one digit; nothing of nothing is nothing. */
export const percent = (part: number, whole: number): string =>
  `${(whole > 0 ? (part / whole) * 100 : 0).toFixed(1)}%`;

/** A table that scrolls by itself where the page is narrow; the first column names the row. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  const cells = ([first = '', ...rest]: readonly HtmlValue[]) =>
    markup`<th scope="row">${first}</th>
      ${rest.map((cell) => markup`<td>${cell}</td>`)}`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => markup`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${cells(row)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** One part of the page, named by its heading. */
export const section = (id: string, title: string, ...content: readonly HtmlValue[]): Html =>
  markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section> `;
