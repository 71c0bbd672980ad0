/** Rows as CSV: UTF-8 with a mark that says so, which Excel asks for, and otherwise by RFC 4180. */
import type { Row } from '../../ports/exports.ts';

const encoder = new TextEncoder();

export async function* csvOf(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Uint8Array> {
  yield encoder.encode('\ufeff');
  for await (const rows of pages) yield encoder.encode(rows.map(lineOf).join(''));
}

const lineOf = (row: Row) => `${row.map(fieldOf).join(',')}\r\n`;

/** In quotes wherever a program could end it early, also one that ends fields at semicolons or tabs. */
function fieldOf(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
