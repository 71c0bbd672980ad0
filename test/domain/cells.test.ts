import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedCell, plainCell, safeCell } from '../../shared/domain/cells.ts';

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
