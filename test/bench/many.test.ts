/** What is told of jobs and of many organizations is computed from what was counted, and comes into the page. */
import { expect, test } from 'vitest';
import { openFile } from '../../shared/adapters/imports/open-file.ts';
import { columnsIn, fileOf } from './import-files.ts';
import { ratiosOf } from './imports-page.ts';
import { type LambdaRun, requestsToTables, together } from './lambda.ts';
import { ratioOf } from './organizations-page.ts';
import { withPart } from './with-part.ts';

const run = (more: Partial<LambdaRun> = {}): LambdaRun => ({
  ...{ hasFailed: false, milliseconds: 10, processor: 4, requests: {}, peakMemory: 100 },
  ...more,
});

test('several invocations come to what they took together, and to the most memory of any', () => {
  const one = run({ requests: { GetItem: { count: 1, milliseconds: 2 } }, peakMemory: 300 });
  const other = run({
    requests: { GetItem: { count: 2, milliseconds: 3 }, 'S3 GET': { count: 1, milliseconds: 1 } },
  });
  expect(together([one, other])).toEqual({
    ...{ hasFailed: false, milliseconds: 20, processor: 8, peakMemory: 300 },
    requests: { GetItem: { count: 3, milliseconds: 5 }, 'S3 GET': { count: 1, milliseconds: 1 } },
  });
});

test('requests to S3 are none to DynamoDB', () => {
  const each = { count: 2, milliseconds: 1 };
  expect(requestsToTables(run({ requests: { GetItem: each, 'S3 PUT': each, Query: each } }))).toBe(4);
});

test('an import is compared with its writes: check and commit together', () => {
  const bare = { milliseconds: 20, processor: 16, transactions: 1 };
  expect(ratiosOf({ check: run(), commit: run({ milliseconds: 15 }), bare })).toEqual([1.25, 0.5]);
});

test('pages are compared where they answer as many', () => {
  const page = { answered: 50, requests: 2, trips: 2, readUnits: 10 };
  expect(ratioOf([page, { ...page, readUnits: 12 }])).toBe(1.2);
  expect(ratioOf([{ ...page, answered: 7 }, page])).toBe('too few to compare');
  const nothing = { ...page, answered: 0, readUnits: 0 };
  expect(ratioOf([nothing, nothing])).toBe(1);
});

const page = '# What\n\n## A list\n\nOld.\n\n## A mail\n\nQuick.\n';

test.each([
  { part: '## A list\n\nNew.\n', comes: '# What\n\n## A list\n\nNew.\n\n## A mail\n\nQuick.\n' },
  { part: '## A mail\n\nSlow.', comes: '# What\n\n## A list\n\nOld.\n\n## A mail\n\nSlow.\n' },
  {
    part: '## A job\n\nDone.',
    comes: '# What\n\n## A list\n\nOld.\n\n## A job\n\nDone.\n\n## A mail\n\nQuick.\n',
  },
])('a part takes its place in the page, or comes before the mails', ({ part, comes }) => {
  expect(withPart(page, part)).toBe(comes);
});

test.each(['csv', 'xlsx'] as const)(
  'a file of many people as %s: each with an address of their own',
  async format => {
    const of = { format, rows: 1200, first: 5000, remarks: 30 };
    const opened = await openFile(fileOf(of));
    if (!opened.ok) throw new Error(opened.reason);
    const { sheet } = opened;
    const addresses = new Set<string>();
    for await (const part of sheet.rows()) {
      if (!part.ok) throw new Error(part.reason);
      for (const { cells } of part.rows) {
        addresses.add(cells[2] ?? '');
        expect(cells[5]).toHaveLength(30);
      }
    }
    await sheet.close();
    expect(addresses.size).toBe(1200);
    expect(columnsIn(of)).toHaveLength(sheet.headings.length);
  },
);
