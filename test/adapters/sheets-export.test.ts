/** What we write ourselves is read back as it was, whatever is in it; and other libraries read the same. */
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encoded } from '../../shared/adapters/exports/exports.ts';
import type { ExportFormat } from '../../shared/contract/exports.ts';
import { plainCell, safeCell } from '../../shared/domain/cells.ts';
import { readRows } from '../harness/read-export.ts';
import { readBytes } from './sheets/reading.ts';

const columns = 4;
const headings = Array.from({ length: columns }, (_, i) => `Column ${i}`);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'=+-@\'",;\t\r\n \ufeff\u00a0_x0D<>&]\ud800') }),
  fc.string().map(each => each.trim()),
);
const row = fc.array(text, { minLength: columns, maxLength: columns });
const tables = fc.array(row, { maxLength: 6 });
const formats = fc.constantFrom<ExportFormat>('csv', 'xlsx');

/** As exports write it, in pages of two rows. */
async function exported(format: ExportFormat, table: readonly string[][]): Promise<Uint8Array> {
  async function* pages() {
    yield [headings];
    for (let i = 0; i < table.length; i += 2)
      yield table.slice(i, i + 2).map(cells => cells.map(cell => safeCell(cell)));
  }
  return buffer(encoded(format, pages()));
}

test('any texts come back, but for whitespace around them and blank rows', async () => {
  await fc.assert(
    fc.asyncProperty(formats, tables, async (format, table) => {
      const read = await readBytes(await exported(format, table));
      const cells = table.map(each => each.map(cell => safeCell(cell).toWellFormed().trim()));
      const rows = cells.map((each, i) => ({ number: i + 2, cells: each }));
      expect(read).toEqual({
        ok: true,
        format,
        headings,
        rows: rows.filter(each => each.cells.some(cell => cell !== '')),
      });
    }),
    { numRuns: 100 },
  );
});

test('texts without whitespace around them are what they were before they were made safe', async () => {
  const trimmed = tables.map(table =>
    table.map(cells => ['id', ...cells.slice(1).map(cell => cell.toWellFormed().trim())]),
  );
  await fc.assert(
    fc.asyncProperty(formats, trimmed, async (format, table) => {
      const read = await readBytes(await exported(format, table));
      expect(read.ok && read.rows.map(({ cells }) => cells.map(plainCell))).toEqual(table);
    }),
    { numRuns: 60 },
  );
});

test('csv-parse and read-excel-file read the same', async () => {
  await fc.assert(
    fc.asyncProperty(formats, tables, async (format, table) => {
      const bytes = await exported(
        format,
        table.map(cells => ['id', ...cells.slice(1)]),
      );
      const read = await readBytes(bytes);
      const theirs = await readRows(format, bytes);
      expect(read.ok && [read.headings, ...read.rows.map(({ cells }) => cells)]).toEqual(
        theirs.map(cells => cells.map(cell => cell.trim())),
      );
    }),
    { numRuns: 60 },
  );
});
