/** Files of exports, read back by libraries that have nothing to do with those that wrote them. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { ExportFormat } from '../../shared/contract/exports.ts';

/** The rows of a file as it stands, the headings first. */
export async function readRows(format: ExportFormat, bytes: Uint8Array): Promise<string[][]> {
  if (format === 'csv') return parse(Buffer.from(bytes), { bom: true, recordDelimiter: '\r\n' });
  const rows = await readSheet(Buffer.from(bytes), { trim: false });
  return rows.map(row => row.map(cell => (cell === null ? '' : String(cell))));
}

/** By their headings. */
export async function readRecords(
  format: ExportFormat,
  bytes: Uint8Array,
): Promise<Record<string, string>[]> {
  const [headings = [], ...rows] = await readRows(format, bytes);
  return rows.map(row => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])));
}
