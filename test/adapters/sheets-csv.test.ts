/** CSV as programs write it, and people. */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvSplitter } from '../../shared/adapters/sheets/csv-split.ts';
import { limits, readBytes, tableOf, utf8 } from './sheets/reading.ts';

const people = [
  ['Name', 'Email', 'Städte'],
  ['Zoë', 'zoe@example.com', 'Köln'],
];

const written = (delimiter: string, end = '\r\n') =>
  people.map(cells => cells.join(delimiter) + end).join('');

const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};

test.each<[how: string, bytes: Uint8Array]>([
  ['commas', utf8(written(','))],
  ['semicolons', utf8(written(';'))],
  ['tabs', utf8(written('\t'))],
  ['line feeds', utf8(written(',', '\n'))],
  ['returns', utf8(written(',', '\r'))],
  ['no end of the last line', utf8(written(',').trimEnd())],
  ['a byte order mark', utf8(`\ufeff${written(';')}`)],
  ['Windows-1252', Buffer.from(written(';'), 'latin1')],
  ['UTF-16, little-endian', utf16(written('\t'), true)],
  ['UTF-16, big-endian', utf16(written('\t'), false)],
  ['a line that says the delimiter', utf8(`sep=;\r\n${written(';')}`)],
  ['a line that says another one than it looks like', utf8(`\ufeffsep=\t\n${written('\t')}`)],
  ['quotes around everything', utf8(written(',').replace(/[^,\r\n]+/g, '"$&"'))],
  [
    'blank lines before and between',
    utf8(`\r\n\n , ,\n${written(',').replace('\r\n', '\r\n\r\n,,\r\n')}\n\n`),
  ],
  ['cells behind the headings that are blank', utf8(written(',').replaceAll('\r\n', ',, \r\n'))],
  ['whitespace around texts', utf8(written(',').replaceAll(',', ' ,\u00a0'))],
])('%s', async (_, bytes) => {
  expect(await tableOf(bytes)).toEqual(people);
});

test('what is not UTF-8 anywhere is Windows-1252 throughout, however late it shows', async () => {
  const filler = `${'x'.repeat(60)},y,z\n`.repeat(3000);
  const bytes = Buffer.concat([utf8(`A,B,C\n${filler}`), Buffer.from([0x80, 0x2c, 0xe9, 0x2c, 0x92, 0x0a])]);
  expect((await tableOf(bytes)).at(-1)).toEqual(['€', 'é', '’']);
});

test('characters that lie across two pieces of the file are whole', async () => {
  const text = `a,b\n${'€'.repeat(30_000)},ü\n`.repeat(9);
  expect(await tableOf(utf8(`x${text}`))).toEqual(parse(`x${text}`));
});

test.each<[text: string, cells: string[]]>([
  ['"a, b",c', ['a, b', 'c']],
  ['"say ""hello""",c', ['say "hello"', 'c']],
  ['"two\r\nlines",c', ['two\r\nlines', 'c']],
  ['"",c', ['', 'c']],
  ['"""",c', ['"', 'c']],
  ['say "hello",c', ['say "hello"', 'c']],
  ['"Big" Joe,c', ['Big Joe', 'c']],
  ['5" pipe,c', ['5" pipe', 'c']],
  ['only', ['only', '']],
  ['a,b,c', ['a', 'b', 'c']],
  ['a,b,,', ['a', 'b']],
  ["'=1,c", ["'=1", 'c']],
  ['007,+49 30 123', ['007', '+49 30 123']],
])('%j', async (line, cells) => {
  expect(await tableOf(utf8(`One,Two\n${line}\n`))).toEqual([['One', 'Two'], cells]);
});

test.each<[head: string, headings: string[]]>([
  ['Email', ['Email']],
  ['Name;Email, work;Role', ['Name', 'Email, work', 'Role']],
  ['"Name, first";Email', ['Name, first', 'Email']],
  ['"a\n;;;;;b",c,d', ['a\n;;;;;b', 'c', 'd']],
  ['Last name, first\tEmail\tRole', ['Last name, first', 'Email', 'Role']],
  ['A,,B,', ['A', '', 'B']],
])('the headings %j say what stands between cells', async (head, headings) => {
  expect(await tableOf(utf8(`${head}\n`))).toEqual([headings]);
});

test('rows have the numbers of their records, blank ones counted, and not the line that says the delimiter', async () => {
  const read = await readBytes(utf8('sep=;\n\nA;B\n1;"two\nlines"\n\n;\n2;3'));
  expect(read).toEqual({
    ok: true,
    format: 'csv',
    headings: ['A', 'B'],
    rows: [
      { number: 3, cells: ['1', 'two\nlines'] },
      { number: 6, cells: ['2', '3'] },
    ],
  });
});

test('some hundred rows come at a time', async () => {
  const read = await readBytes(utf8(`A\n${'x\n'.repeat(1000)}`));
  expect(read.ok && read.rows.map(({ number }) => number)).toEqual(
    Array.from({ length: 1000 }, (_, i) => i + 2),
  );
});

const piece = fc.string({ unit: fc.constantFrom(...'ab,;"\r\n\t é') });

test('where it ends a piece makes no difference', () => {
  const records = (pieces: string[]) => {
    const splitter = csvSplitter(',', limits);
    try {
      return [...pieces.flatMap(text => splitter.push(text)), ...splitter.end()];
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      expect(records(pieces)).toEqual(records([pieces.join('')]));
      expect(records([...pieces.join('')])).toEqual(records([pieces.join('')]));
    }),
    { numRuns: 500 },
  );
});

test('csv-parse reads the same out of what is well-formed', async () => {
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab;= é') }),
    piece.map(text => `"${text.replaceAll('"', '""')}"`),
  );
  const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  const end = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.property(rows, end, (table, newline) => {
      const text = `h,h\n${table.map(cells => cells.join(',')).join(newline)}`;
      const splitter = csvSplitter(',', limits);
      const own = [...splitter.push(text), ...splitter.end()].map(({ cells }) => cells);
      const options = { relaxColumnCount: true, recordDelimiter: ['\r\n', '\n', '\r'] };
      const theirs = parse(text, options).map(cells => trimmedEnd(cells.map(cell => cell.trim())));
      expect(own.filter(cells => cells.length > 0)).toEqual(theirs.filter(cells => cells.length > 0));
    }),
    { numRuns: 500 },
  );
});

function trimmedEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1);
}
