/** Tables of workbooks (ECMA-376): the rows of the first sheet, while it is unpacked. */
import type { SheetLimits } from '../../ports/sheets.ts';
import { storeTexts } from './cell-texts.ts';
import { type NumberFormat, numberFormatsOf } from './number-formats.ts';
import type { RawRows } from './pages.ts';
import { rowReader } from './sheet-rows.ts';
import { openTextStore, type TextStore } from './text-store.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { parsedXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** The rows of a file, anew at each call. */
export type OpenXlsx = { rows(): RawRows; close(): void };

/** `mostUnpacked`: bytes of each part. Texts that do not fit into memory are kept beside the file until it is closed. */
export async function openXlsx(path: string, mostUnpacked: number, limits: SheetLimits): Promise<OpenXlsx> {
  const zip = await openZip(path, mostUnpacked);
  const book = await openWorkbook(zip);
  const formats = book.styles ? await numberFormatsOf(zip.bytesOf(book.styles)) : [];
  const texts = openTextStore(`${path}.texts`);
  try {
    if (book.texts) await storeTexts(zip.bytesOf(book.texts), texts);
  } catch (error) {
    texts.close();
    throw error;
  }
  return { rows: () => rowsOf(zip, book, { texts, formats }, limits), close: texts.close };
}

type Shared = { texts: TextStore; formats: readonly NumberFormat[] };

async function* rowsOf(zip: Zip, book: Workbook, { texts, formats }: Shared, limits: SheetLimits): RawRows {
  const reader = rowReader({ texts, formats, from1904: book.from1904 }, limits);
  for await (const _ of parsedXml(zip.bytesOf(book.sheet), reader)) yield reader.take();
}
