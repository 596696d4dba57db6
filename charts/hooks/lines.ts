/** Rows as a script reads them: words separated by spaces, one row a line. */
export const lines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join(' ')}\n`).join('');
