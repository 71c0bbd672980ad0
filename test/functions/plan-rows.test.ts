/** Pages of a plan whose rows lie far apart: each reads few parts, and together they miss nobody. */
import { expect, test } from 'vitest';
import { placeIn, placeText, planRows } from '../../functions/steps/plan-rows.ts';
import type { RowOutcome } from '../../shared/contract/imports.ts';
import { partKey } from '../../shared/domain/import/files.ts';
import { arrangeOrganization } from '../harness/arrange.ts';
import { arrangePlan, row } from '../harness/arrange-imports.ts';
import { fakeFront } from '../harness/fake-front.ts';

/** Thirty parts of a hundred rows: of each tenth row something is wrong, but in every other part of none. */
async function arrange() {
  const front = fakeFront();
  const home = await arrangeOrganization(front);
  const isWrong = (number: number) => number % 10 === 0 && Math.floor(number / 100) % 2 === 0;
  const rows = Array.from({ length: 3000 }, (_, i) => row(i, isWrong(i) ? 'error' : 'unchanged'));
  const it = await arrangePlan(front, home, rows);
  const { plan = { run: '', parts: [] } } = it;
  const read: number[] = [];
  const numbers = new Map(plan.parts.map((_, part) => [partKey(it, plan, part), part]));
  const imports = {
    readPart: async (key: string) => {
      read.push(numbers.get(key) ?? -1);
      return front.world.imports.readPart(key);
    },
  };
  const page = (query: { outcome?: RowOutcome; limit: number; after?: string }) => {
    const from = placeIn(query.after) ?? { part: 0, row: 0 };
    read.length = 0;
    return planRows({ ...it, plan }, { ...query, from }, imports);
  };
  return { rows, page, read };
}

test.each([7, 50, 200])('by pages of %i, every row that is looked for comes once', async limit => {
  const { rows, page, read } = await arrange();
  for (const outcome of ['error', 'unchanged', undefined] as const) {
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const { rows: some, next } = await page({ outcome, limit, after });
      expect(some.length).toBeLessThanOrEqual(limit);
      expect(read.length).toBeLessThanOrEqual(10);
      seen.push(...some.map(({ number }) => number));
      after = next && placeText(next);
    } while (after);
    const wanted = rows.filter(each => !outcome || each.outcome === outcome);
    expect(seen).toEqual(wanted.map(({ number }) => number));
  }
});

test('parts that have none of it are not read, and ten are enough for a page', async () => {
  const { page, read } = await arrange();
  const { rows, next } = await page({ outcome: 'error', limit: 200 });
  expect(read).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  expect([rows.length, next]).toEqual([100, { part: 20, row: 0 }]);
  expect(await page({ outcome: 'create', limit: 200 })).toEqual({ rows: [] });
  expect(read).toEqual([]);
});

test.each(['', '1', '1.x', '-1.0', '1.2.3', '9999999.0'])('%j is no place', text => {
  expect(placeIn(text)).toBeUndefined();
});
