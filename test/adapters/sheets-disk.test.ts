/** Files on their way to the disk, tables opened there more than once, and what is left of both. */
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { copyToDisk } from '../../shared/adapters/sheets/copy-to-disk.ts';
import { openSheet } from '../../shared/adapters/sheets/open-sheet.ts';
import { limits, rowsOf, utf8 } from './sheets/reading.ts';
import { headings, workbook } from './sheets/workbooks.ts';

const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
const path = join(folder, 'file');
beforeEach(() => rm(path, { force: true }));
afterAll(() => rm(folder, { recursive: true }));

async function* chunks(...texts: string[]) {
  for (const text of texts) yield utf8(text);
}

test('a file is copied, in place of what was there', async () => {
  await writeFile(path, 'something longer');
  expect(await copyToDisk(chunks('A,', '', 'B\n'), path, 4)).toEqual({ ok: true, bytes: 4 });
  expect(await readFile(path, 'utf8')).toBe('A,B\n');
});

test('of a file that is too large, nothing is left', async () => {
  expect(await copyToDisk(chunks('A,', 'B\n', 'C'), path, 4)).toEqual({ ok: false, reason: 'too-large' });
  expect(await readdir(folder)).toEqual([]);
});

test('of a file that breaks off, nothing is left, and whoever copies it hears of it', async () => {
  async function* broken() {
    yield utf8('A');
    throw new Error('S3 is away');
  }
  await expect(copyToDisk(broken(), path, 4)).rejects.toThrow('S3 is away');
  expect(await readdir(folder)).toEqual([]);
});

test('a file that is not there is nobody’s but the disk’s fault', async () => {
  await expect(openSheet(path, limits)).rejects.toThrow('ENOENT');
});

/** Some 2 MB of texts, far more than are kept at hand before a disk is needed. */
const texts = Array.from({ length: 20_000 }, (_, i) => `${i} ${'x'.repeat(100)}`);
const large = workbook({
  rows: headings('A') + texts.map((_, i) => `<row><c t="s"><v>${i}</v></c></row>`).join(''),
  texts: texts.map(text => `<si><t>${text}</t></si>`).join(''),
});

test.each([
  ['CSV', utf8(['A', ...texts].join('\n'))],
  ['XLSX', large],
])('the rows of a %s can be read anew, also when somebody stopped, until it is closed', async (_, bytes) => {
  await writeFile(path, bytes);
  const opened = await openSheet(path, limits);
  if (!opened.ok) throw new Error(opened.reason);
  for await (const page of opened.sheet.rows()) {
    expect(page.ok && page.rows.length).toBeLessThanOrEqual(250);
    break;
  }
  for (let i = 0; i < 2; i++)
    expect(await rowsOf(opened.sheet)).toEqual(texts.map((text, at) => ({ number: at + 2, cells: [text] })));
  await opened.sheet.close();
  await opened.sheet.close();
  expect(await readdir(folder)).toEqual(['file']);
});

test('a file on its way from one place on the disk to another', async () => {
  await writeFile(path, large);
  const copy = join(folder, 'copy');
  expect(await copyToDisk(createReadStream(path), copy, limits.bytes)).toEqual({
    ok: true,
    bytes: large.length,
  });
  await rm(copy);
});
