/** A file from elsewhere onto the disk, where it can be read more than once and from its end. */
import { open, rm } from 'node:fs/promises';
import type { SheetRefused } from '../../ports/sheets.ts';
import { asRefused, refusal } from './refuse.ts';

/** In place of whatever was there. Where it is larger than `maxBytes`, or breaks off, nothing is left. */
export async function copyToDisk(
  body: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<{ ok: true; bytes: number } | SheetRefused> {
  try {
    return { ok: true, bytes: await copied(body, path, maxBytes) };
  } catch (error) {
    await rm(path, { force: true });
    return asRefused(error);
  }
}

async function copied(body: AsyncIterable<Uint8Array>, path: string, maxBytes: number): Promise<number> {
  const file = await open(path, 'w');
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw refusal('too-large');
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return bytes;
}
