/** Bytes as a file on disk, opened and read to its end, as somebody does who was sent them. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openSheet } from '../../../shared/adapters/sheets/open-sheet.ts';
import type { Sheet, SheetLimits, SheetRefused, SheetRow } from '../../../shared/ports/sheets.ts';

export const limits: SheetLimits = { bytes: 50 * 1024 * 1024, rows: 100_000, columns: 200 };

export type Read =
  | { ok: true; format: Sheet['format']; headings: readonly string[]; rows: SheetRow[] }
  | SheetRefused;

/** Whatever comes of it, nothing is left beside the file. */
export async function readBytes(bytes: Uint8Array, within: SheetLimits = limits): Promise<Read> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
  try {
    const path = join(folder, 'uploaded');
    await writeFile(path, bytes);
    const read = await readFile(path, within);
    expect(await readdir(folder)).toEqual(['uploaded']);
    return read;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readFile(path: string, within: SheetLimits): Promise<Read> {
  const opened = await openSheet(path, within);
  if (!opened.ok) return opened;
  const { format, headings } = opened.sheet;
  try {
    const rows = await rowsOf(opened.sheet);
    return 'reason' in rows ? rows : { ok: true, format, headings, rows };
  } finally {
    await opened.sheet.close();
  }
}

/** A refusal comes last. */
export async function rowsOf(sheet: Sheet): Promise<SheetRow[] | SheetRefused> {
  const rows: SheetRow[] = [];
  let refused: SheetRefused | undefined;
  for await (const page of sheet.rows()) {
    expect(refused).toBeUndefined();
    if (page.ok) rows.push(...page.rows);
    else refused = page;
  }
  return refused ?? rows;
}

/** The table alone, the headings first; of what must be one. */
export async function tableOf(bytes: Uint8Array): Promise<string[][]> {
  const read = await readBytes(bytes);
  if (!read.ok) throw new Error(`It is refused: ${read.reason}`);
  return [[...read.headings], ...read.rows.map(({ cells }) => [...cells])];
}

export async function refusalOf(bytes: Uint8Array, within?: SheetLimits): Promise<string> {
  const read = await readBytes(bytes, within);
  return read.ok ? 'none' : read.reason;
}

export const utf8 = (text: string) => Buffer.from(text, 'utf8');
