import { expect, test } from 'vitest';
import { csvOf } from '../../console/ui/csv.ts';

const cell = (text: string) => csvOf([[text]]).slice(1, -2);

test.for([
  ['plain', 'plain'],
  ['a, b; c', '"a, b; c"'],
  ['says "so"', '"says ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-1', "'-1"],
  ['@here', "'@here"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['a=b', 'a=b'],
] as const)('%j stands in a cell as %j', ([text, written]) => expect(cell(text)).toBe(written));

test('rows end as every spreadsheet expects, after the mark by which Excel knows the alphabet', () =>
  expect(
    csvOf([
      ['Name', 'Why'],
      ['Zoë', ''],
    ]),
  ).toBe('\uFEFFName,Why\r\nZoë,\r\n'));
