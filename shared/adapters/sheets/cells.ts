/** The cells of one row while it is read, whatever the format, and what may stand in them. */
import type { SheetLimits } from '../../ports/sheets.ts';
import { refusal } from './refuse.ts';

/** A row with as many cells as it has up to its last text; a blank one has none. */
export type RawRow = { number: number; cells: string[] };

/** Spreadsheets take no more, in UTF-16 code units. */
export const mostCharacters = 32_767;

/** The last row of a sheet, blank or not, in the spreadsheets of today. */
export const lastRow = 1_048_576;

/** Puts a text into its column, from 0, without the whitespace around it, which a byte order mark counts among. */
export function putCell({ number, cells }: RawRow, column: number, raw: string, limits: SheetLimits): void {
  const text = raw.trim();
  if (text === '') return;
  if (text.length > mostCharacters) throw refusal('too-long', number);
  if (column >= limits.columns) throw refusal('too-many-columns', number);
  while (cells.length < column) cells.push('');
  cells[column] = copied(text);
}

/** Longer texts than these are windows into the one that they were cut from. */
const mostCopied = 12;

/** Of its own: whoever keeps a cell would keep some thousand characters around it alive. */
function copied(text: string): string {
  return text.length > mostCopied ? Buffer.from(text).toString() : text;
}
