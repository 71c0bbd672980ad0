/** Bytes without sense, and files with some of it lost: an answer for each, and nothing thrown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits, readBytes, utf8 } from './sheets/reading.ts';
import { headings, inline, workbook } from './sheets/workbooks.ts';

const rows = `${headings('Name', 'Email')}<row r="2"><c r="A2" t="s"><v>0</v></c>${inline('B2', 'a&amp;b')}</row>`;
const parts = { rows, texts: '<si><t>Ada</t></si>', styles: '<cellXfs><xf numFmtId="14"/></cellXfs>' };
const csv = utf8('\ufeffName;"E ""mail"""\r\nZoë;"a;\nb"\r\n');
const files = { csv, packed: workbook(parts), stored: workbook(parts, { level: 0 }) };

/** Whatever it is, it comes to an end, as a table or as none. */
const isAnswered = async (bytes: Uint8Array) => {
  const read = await readBytes(bytes, { ...limits, rows: 1000 });
  expect(read.ok ? read.headings.length : read.reason).toBeTruthy();
  return read;
};

test.each(Object.entries(files))('a %s that ends anywhere', async (name, bytes) => {
  for (let length = 0; length < bytes.length; length += 5) {
    const read = await isAnswered(bytes.subarray(0, length));
    if (name !== 'csv') expect(read.ok, `${length} bytes`).toBe(false);
  }
});

test.each(Object.entries(files))('a %s with other bytes here and there', async (_, bytes) => {
  const other = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(other, { minLength: 1, maxLength: 4 }), async others => {
      const changed = Uint8Array.from(bytes);
      for (const [at, byte] of others) changed[at] = byte;
      await isAnswered(changed);
    }),
    { numRuns: 150 },
  );
});

/** Numbers of 64 bits in a zip, and whatever else its list at the end has, are where readers come to grief. */
test('a workbook whose directory says anything', async () => {
  const zip = Buffer.from(files.stored);
  const start = zip.indexOf('PK\x01\x02');
  const extreme = fc.constantFrom(0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: start, max: zip.length - 4 }), extreme, async (at, number) => {
      const changed = Buffer.from(zip);
      changed.writeUInt32LE(number, at);
      await isAnswered(changed);
    }),
    { numRuns: 150 },
  );
});

test('a directory that claims to lie beyond every file', async () => {
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06', 'latin1');
  for (const offset of [0n, 1n << 53n, (1n << 64n) - 1n]) {
    locator.writeBigUInt64LE(offset, 8);
    const read = await isAnswered(Buffer.concat([utf8('PK\x03\x04'), Buffer.alloc(60), locator, end]));
    expect(read).toEqual({ ok: false, reason: 'broken' });
  }
});

const beginnings = ['', 'PK\x03\x04', '\xef\xbb\xbf', '\xff\xfe', '\xfe\xff', 'sep=;\n', '"', '<?xml'];

test('bytes by chance, behind whatever beginning', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 2000, size: 'max' }),
      async (beginning, bytes) => {
        await isAnswered(Buffer.concat([Buffer.from(beginning, 'latin1'), bytes]));
      },
    ),
    { numRuns: 200 },
  );
});
