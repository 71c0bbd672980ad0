/** An uploaded file as a table on this machine's disk, from which it is gone once the table is closed. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostToImport } from '../../contract/imports.ts';
import type { OpenedSheet } from '../../ports/sheets.ts';
import { copyToDisk } from '../sheets/copy-to-disk.ts';
import { openSheet } from '../sheets/open-sheet.ts';

export async function openFile(body: AsyncIterable<Uint8Array>): Promise<OpenedSheet> {
  const path = join(tmpdir(), `import-${randomUUID()}`);
  const copied = await copyToDisk(body, path, mostToImport.bytes);
  if (!copied.ok) return copied;
  const opened = await openSheet(path, mostToImport);
  if (!opened.ok) {
    await rm(path, { force: true });
    return opened;
  }
  const { sheet } = opened;
  const close = async () => {
    await sheet.close();
    await rm(path, { force: true });
  };
  return { ok: true, sheet: { ...sheet, close } };
}
