import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedCell, plainCell, safeCell, splitCell } from '../../shared/domain/cells.ts';

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['O’Neill', 'O’Neill'],
  ["'Tis", "'Tis"],
  ['a=b', 'a=b'],
  ['ada@example.com', 'ada@example.com'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ["'=1", "''=1"],
  ['Sales; =1', "Sales; '=1"],
  ['two\n=1', "two\n'=1"],
  [' =1', " '=1"],
  ['', ''],
])('%j is written as %j', (text, cell) => {
  expect(safeCell(text)).toBe(cell);
  expect(plainCell(cell)).toBe(text);
});

const nasty = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\'; ,\t\r\na"') });

test('whatever it is, no cell starts a formula, nor would any piece of it, and it can be read back', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), text => {
      const cell = safeCell(text);
      expect(plainCell(cell)).toBe(text);
      for (const piece of cell.split(/[;\t\r\n]/)) expect(piece).not.toMatch(/^ *[=+\-@＝＋－＠]/);
      expect(cell).not.toMatch(/^[\t\r]/);
    }),
    { numRuns: 2000 },
  );
});

test('several texts in one cell are told apart', () => {
  expect(joinedCell(['Sales', 'R&D; Berlin', 'the "A" team', ' first'])).toBe(
    'Sales; "R&D; Berlin"; "the ""A"" team"; " first"',
  );
  expect(joinedCell([])).toBe('');
});

test.each<[cell: string, texts: string[]]>([
  ['', []],
  [' ; ;', []],
  ['Sales', ['Sales']],
  [' Sales;Berlin ;\n', ['Sales', 'Berlin']],
  ['Sales\r\nBerlin', ['Sales', 'Berlin']],
  [' "R&D; Berlin" ;"the ""A"" team"', ['R&D; Berlin', 'the "A" team']],
  ['""; a', ['a']],
  // Quotes that do not fit stand for themselves.
  ['5" pipes; "Sales" team', ['5" pipes', '"Sales" team']],
  ['"Sales; Berlin', ['"Sales', 'Berlin']],
])('%j is read as %j', (cell, texts) => {
  expect(splitCell(cell)).toEqual(texts);
});

test('whatever texts are joined in a cell, they are told apart when it comes back from a file', () => {
  const text = fc.oneof(nasty, fc.string({ unit: 'binary' })).filter(each => each !== '');
  fc.assert(
    fc.property(fc.array(text), texts => {
      const cell = joinedCell(texts);
      expect(splitCell(cell)).toEqual(texts);
      expect(splitCell(plainCell(safeCell(cell).trim()))).toEqual(texts);
    }),
    { numRuns: 2000 },
  );
});

test('any cell is split, and soon, into texts that would be joined to one that is split the same', () => {
  const isSplit = (cell: string) => {
    expect(splitCell(joinedCell(splitCell(cell)))).toEqual(splitCell(cell));
  };
  fc.assert(fc.property(nasty, isSplit), { numRuns: 1000 });
  for (const cell of [`${' '.repeat(30_000)}"`, '"'.repeat(30_001), `${'"" '.repeat(10_000)}x`])
    isSplit(cell);
});
