/** Rows as a workbook (ECMA-376), zipped while they come: a sheet of texts, whose first row stays in sight. */
import { Zip, ZipDeflate } from 'fflate';
import type { Row } from '../../ports/exports.ts';
import { sheetEnd, sheetPart, sheetStart, workbookParts } from './xlsx-parts.ts';

const encoder = new TextEncoder();

/** Tags, over and over: more effort makes it hardly smaller. */
const level = 3;

/** A sheet behind the others: lines below a title. */
export type Notes = { title: string; lines: readonly string[] };

/** In characters: a line of text. */
const notesWidth = 100;

/** The columns are as many as the first row has. */
export async function* xlsxOf(
  pages: AsyncIterable<readonly Row[]>,
  notes?: Notes,
): AsyncGenerator<Uint8Array> {
  const zipped: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    zipped.push(chunk);
  });
  const parts = workbookParts(notes ? ['Users', 'Notes'] : ['Users']);
  for (const [name, text] of Object.entries(parts)) fileIn(zip, name).push(encoder.encode(text), true);
  if (notes) fileIn(zip, sheetPart(2)).push(encoder.encode(notesSheet(notes)), true);
  const sheet = fileIn(zip, sheetPart(1));
  let written = 0;
  for await (const rows of pages) {
    if (written === 0) sheet.push(encoder.encode(sheetStart(rows[0]?.length ?? 0)));
    sheet.push(encoder.encode(rows.map((row, i) => rowOf(row, written + i)).join('')));
    written += rows.length;
    yield* zipped.splice(0);
  }
  sheet.push(encoder.encode(sheetEnd), true);
  zip.end();
  yield* zipped.splice(0);
}

function notesSheet({ title, lines }: Notes): string {
  const rows = [title, ...lines].map((line, i) => rowOf([line], i));
  return `${sheetStart(1, notesWidth)}${rows.join('')}${sheetEnd}`;
}

function fileIn(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level });
  zip.add(file);
  return file;
}

/** The styles of `xlsx-parts.ts`: headings, and texts that stay texts when somebody edits them. */
function rowOf(row: Row, index: number): string {
  const style = index === 0 ? 2 : 1;
  const number = index + 1;
  const cells = row.flatMap((text, column) =>
    text ? `<c r="${letterOf(column)}${number}" s="${style}" t="inlineStr">${inline(text)}</c>` : [],
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A to Z: there are not more columns. */
const letterOf = (column: number) => String.fromCharCode(65 + column);

const inline = (text: string) => `<is><t xml:space="preserve">${escaped(text)}</t></is>`;

/** A character that XML cannot say, or would read as another one, stands there by its number; so does what looks like that. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[\dA-Fa-f]{4}_)|[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, numbered)
    .replace(/[&<>]/g, character => entities[character] ?? '');
}

function numbered(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
