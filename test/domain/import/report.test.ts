import { expect, test } from 'vitest';
import { columnsOf } from '../../../shared/domain/import/columns.ts';
import { reportOf } from '../../../shared/domain/import/report.ts';
import type { PlannedRow } from '../../../shared/domain/model-plans.ts';

const row = (more: Partial<PlannedRow> = {}): PlannedRow => ({
  ...{ number: 2, outcome: 'unchanged', cells: ['Ada', '', 'ada@example.com'] },
  ...{ name: '', email: '', changes: [], errors: [], ...more },
});

test('the cells stand as they stood, with what they come to, and why', () => {
  const { headings, row: written } = reportOf(['First name', 'Shoe size', 'Email']);
  expect(headings).toEqual(['First name', 'Shoe size', 'Email', 'Outcome', 'Reason', 'Remedy']);
  const errors = [
    { heading: 'Role', value: 'boss', reason: 'There is no role boss.', remedy: 'Put user.' },
    { reason: 'Row 2 is about the same user.', remedy: 'Leave one out.' },
  ];
  expect(written(row({ outcome: 'error', errors }))).toEqual([
    ...['Ada', '', 'ada@example.com', 'error'],
    'There is no role boss. Row 2 is about the same user.',
    'Put user. Leave one out.',
  ]);
  const changes = [{ heading: 'Role', before: 'user', after: 'admin' }];
  expect(written(row({ outcome: 'update', changes })).slice(3)).toEqual(['update', 'Role: user → admin', '']);
});

test('uploaded again, it has no more columns than before, and nobody is asked about them', () => {
  const once = reportOf(['Email']).headings;
  expect(columnsOf(once)).toMatchObject({ columns: ['email', ...Array(3)], unknown: [] });
  const again = reportOf(once);
  expect(again.headings).toEqual(once);
  expect(again.row(row({ cells: ['a@example.com', 'error', 'Why', 'How'] }))).toEqual([
    'a@example.com',
    'unchanged',
    '',
    '',
  ]);
});

test('no cell of it starts a formula, whoever has written it, and one that was made safe stays as it was', () => {
  const { row: written } = reportOf(['=A1', 'b', 'c']);
  expect(reportOf(['=A1']).headings[0]).toBe("'=A1");
  expect(written(row({ cells: ['=1', "'=1", 'x'] })).slice(0, 3)).toEqual(["'=1", "'=1", 'x']);
});
