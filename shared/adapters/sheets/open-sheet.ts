/** Tables in files, by what is in them and never by their names: a workbook is a zip, and anything else is CSV or nothing. */
import { open } from 'node:fs/promises';
import type { OpenedSheet, Sheet, SheetLimits } from '../../ports/sheets.ts';
import { openCsv } from './csv.ts';
import { headingsOf, pagesOf, type RawRows } from './pages.ts';
import { asRefused, refusal } from './refuse.ts';
import { openXlsx } from './xlsx.ts';

type Opened = { format: Sheet['format']; rows(): RawRows; close(): void };

const headBytes = 64 * 1024;

/** Sheets unpack to ten times what they are, rarely to fifty. Somebody who packs zeros comes to a thousand. */
const unpacking = { always: 16 * 1024 * 1024, times: 100, never: 1024 ** 3 };

/**
 * Opens a file on disk; rejects where the disk fails. Of a workbook, some texts may be kept beside it, in `<path>.texts`,
 * until the sheet is closed.
 */
export async function openSheet(path: string, limits: SheetLimits): Promise<OpenedSheet> {
  try {
    return { ok: true, sheet: await opened(path, limits) };
  } catch (error) {
    return asRefused(error);
  }
}

async function opened(path: string, limits: SheetLimits): Promise<Sheet> {
  const { size, head } = await beginningOf(path);
  if (size > limits.bytes) throw refusal('too-large');
  const characters = Math.min(unpacking.never, unpacking.always + unpacking.times * size);
  const { format, rows, close } = await openFormat(path, head, limits, characters);
  try {
    const headings = await headingsOf(rows());
    return {
      format,
      headings,
      rows: () => pagesOf(rows(), headings, { ...limits, characters }),
      close: async () => close(),
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function openFormat(
  path: string,
  head: Buffer,
  limits: SheetLimits,
  mostUnpacked: number,
): Promise<Opened> {
  if (head.length === 0) throw refusal('empty');
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04')
    return { format: 'xlsx', ...(await openXlsx(path, mostUnpacked, limits)) };
  return { format: 'csv', rows: await openCsv(path, head, limits), close: () => undefined };
}

async function beginningOf(path: string): Promise<{ size: number; head: Buffer }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return { size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}
