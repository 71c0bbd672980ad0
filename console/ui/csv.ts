/** A table as a text that every spreadsheet reads, and in which no cell is a formula. */

/** Excel takes a text without it for one of its own alphabet. */
const byteOrderMark = '\uFEFF';

export function csvOf(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
