/** The files that somebody begins with, as they come back. */
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { templateFiles } from '../../shared/adapters/sheets/templates.ts';
import { readRows } from '../harness/read-export.ts';
import { readBytes } from './sheets/reading.ts';

const headings = ['First name', 'Last name', 'Email', 'Groups'];
const example = ['Ada', 'O’Neill, Ḱ', 'ada@example.com', 'Sales; "R&D; Berlin"'];
const notes = {
  title: 'How to fill it in',
  lines: ['One user a row.', '<Groups> & projects: with ; between'],
};
const files = await templateFiles(headings, example, notes);

test.each(['csv', 'xlsx'] as const)('a %s has the headings, and a row that shows how', async format => {
  const rows = [{ number: 2, cells: example }];
  expect(await readBytes(files[format])).toEqual({ ok: true, format, headings, rows });
  expect(await readRows(format, files[format])).toEqual([headings, example]);
});

test('a workbook has notes in a second sheet', async () => {
  const sheets = await readExcelFile(Buffer.from(files.xlsx));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Users', 'Notes']);
  expect(sheets[1]?.data).toEqual([[notes.title], ...notes.lines.map(line => [line])]);
});

test('a CSV says that it is UTF-8, and ends its lines as Excel does', () => {
  const text = Buffer.from(files.csv).toString();
  expect(text.startsWith('\ufeffFirst name,')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(3);
});
