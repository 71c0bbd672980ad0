import { expect, test } from 'vitest';
import { UserColumn, userHeadings } from '../../../shared/contract/user-columns.ts';
import { columnsOf, importColumns } from '../../../shared/domain/import/columns.ts';

test('every heading of an export is known, and so is every key', () => {
  const headings = UserColumn.options.map(column => userHeadings[column]);
  expect(columnsOf(headings)).toEqual({ columns: UserColumn.options, unknown: [] });
  expect(columnsOf(UserColumn.options)).toEqual({ columns: UserColumn.options, unknown: [] });
});

test.each([
  ['first_name', 'firstName'],
  ['FIRST NAME *', 'firstName'],
  ['Given name', 'firstName'],
  ['Family-Name', 'lastName'],
  ['surname', 'lastName'],
  ['E-Mail', 'email'],
  ['Mail address', 'email'],
  ['Roles', 'role'],
  ['2fa required', 'mfaRequired'],
])('%s is %s', (heading, column) => {
  expect(columnsOf([heading])).toEqual({ columns: [column], unknown: [] });
});

test('what is not known, or is there twice, has to be said; what we have added is left out', () => {
  const headings = ['Email', 'Shoe size', 'E-mail', '', 'Reason', 'Outcome', 'Remedy'];
  expect(columnsOf(headings)).toEqual({ columns: ['email', ...Array(6)], unknown: [1, 2, 3] });
});

test('what somebody has said counts alone, where it is about as many columns', () => {
  const headings = ['Email', 'Shoe size'];
  expect(columnsOf(headings, [null, 'email'])).toEqual({ columns: [undefined, 'email'], unknown: [] });
  expect(columnsOf(headings, ['email']).unknown).toEqual([1]);
});

test('columns are kept short, with cells where somebody has to choose', () => {
  expect(importColumns(['Email', 'x'.repeat(200)], ['email', undefined], [['a'], ['y'.repeat(200)]])).toEqual(
    [
      { heading: 'Email', column: 'email', samples: ['a'] },
      { heading: `${'x'.repeat(79)}…`, samples: [`${'y'.repeat(79)}…`] },
    ],
  );
  expect(importColumns(['Email'], ['email'])).toEqual([{ heading: 'Email', column: 'email' }]);
});
