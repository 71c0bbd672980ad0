/** The law of imports: which state leads to which, and who is told. */
import { expect, test } from 'vitest';
import { ImportId } from '../../../shared/contract/ids.ts';
import {
  decideCancelImport,
  decideCheck,
  decideStartImport,
  decideTurn,
  isAlive,
  type Turn,
  viewImport,
} from '../../../shared/domain/import/import.ts';
import type { Import } from '../../../shared/domain/model-imports.ts';
import { minutesFromNow, now, organization, personId } from '../build.ts';
import { actor } from './build-import.ts';

const owner = actor('owner', organization());
const id = ImportId.parse(`imp_${'0'.repeat(26)}`);
const started = decideStartImport(owner, { id, fileName: 'users.csv', now });
if (!started.ok) throw new Error('An import can always be started');
const fresh = (more: Partial<Import> = {}): Import => ({ ...started.answer, ...more });
const wish = { sendInvitations: false };
const plan = { run: 'r', parts: [{ create: 2, update: 1, unchanged: 0, error: 1 }] };
const known: Pick<Import, 'format' | 'columns' | 'rows'> = {
  format: 'csv',
  columns: [{ heading: 'Email', column: 'email' }],
  rows: 4,
};

test('it lives for a week', () => {
  const it = fresh();
  expect(isAlive(it, minutesFromNow(7 * 24 * 60 - 1))).toBe(true);
  expect(isAlive(it, minutesFromNow(7 * 24 * 60))).toBe(false);
  expect(viewImport(it)).toMatchObject({ state: 'awaiting-file', expiresAt: minutesFromNow(7 * 24 * 60) });
  expect(started).toMatchObject({ events: [], changes: [{ do: 'create' }] });
});

test.each(['awaiting-file', 'needs-columns', 'checked', 'failed'] as const)(
  'from %s it can be checked, anew',
  state => {
    const before = fresh({ state, plan, failure: 'broken', failedAt: 3, rows: 4, mapping: ['email'] });
    const decision = decideCheck(owner, before, wish);
    expect(decision).toMatchObject({ ok: true, answer: { state: 'checking', progress: { done: 0 } } });
    const [change] = decision.ok ? decision.changes : [];
    const after = change?.do === 'update' ? (change.after as Import) : undefined;
    expect(after).toMatchObject({ checks: 1, mapping: ['email'], checkedFor: { person: personId(9) } });
    expect([after?.plan, after?.failure, after?.failedAt]).toEqual([undefined, undefined, undefined]);
  },
);

test.each(['checking', 'committed', 'cancelled'] as const)('from %s it cannot be checked', state => {
  expect(decideCheck(owner, fresh({ state }), wish)).toMatchObject({
    ok: false,
    failure: { kind: 'wrong-status' },
  });
});

test('whoever says what columns are says it of all of them', () => {
  const it = fresh({ state: 'needs-columns', columns: [{ heading: 'a' }, { heading: 'b' }] });
  const said = (columns: ('email' | null)[]) => decideCheck(owner, it, { ...wish, columns });
  expect(said(['email'])).toMatchObject({ ok: false, failure: { errors: [{ pointer: '/columns' }] } });
  expect(said(['email', null])).toMatchObject({ ok: true });
});

test('what is done or called off stays so', () => {
  for (const state of ['committed', 'cancelled'] as const)
    expect(decideCancelImport(fresh({ state }))).toMatchObject({
      ok: false,
      failure: { kind: 'wrong-status' },
    });
  for (const state of ['awaiting-file', 'checking', 'needs-columns', 'checked', 'failed'] as const)
    expect(decideCancelImport(fresh({ state }))).toMatchObject({
      ok: true,
      answer: { state: 'cancelled' },
      events: [{ action: 'import.cancelled' }],
    });
});

const checking = fresh({ state: 'checking', checks: 2 });
const done: Turn = { state: 'checked', ...known, plan };

test('a check that is through is told of with its counts, and without a name', () => {
  const decision = decideTurn(checking, 2, done);
  expect(decision).toMatchObject({ ok: true, answer: true });
  expect(decision.ok && decision.events).toEqual([
    {
      ...{ organization: checking.organization, action: 'import.checked', target: { type: 'import', id } },
      changes: [
        { field: 'create', after: 2 },
        { field: 'update', after: 1 },
        { field: 'unchanged', after: 0 },
        { field: 'error', after: 1 },
      ],
    },
  ]);
});

test.each<[string, Import, number]>([
  ['another check was asked for', checking, 1],
  ['somebody else was through first', { ...checking, state: 'checked', plan }, 2],
  ['it was called off', { ...checking, state: 'cancelled' }, 2],
  ['it failed for good', { ...checking, state: 'failed', failure: 'not-a-table' }, 2],
])('nothing comes of a check where %s', (_, it, check) => {
  expect(decideTurn(it, check, done)).toEqual({ ok: true, changes: [], events: [], answer: false });
});

test('what broke off can still come about', () => {
  const broke = { ...checking, state: 'failed', failure: 'broke-off' } as const;
  expect(decideTurn(broke, 2, done)).toMatchObject({ answer: true, events: [{ action: 'import.checked' }] });
});

test('a failure is said in a sentence, with the row where it shows', () => {
  const it = fresh({ state: 'failed', failure: 'too-long', failedAt: 17 });
  expect(viewImport(it).reason).toMatch(/more text than .*\. It shows at row 17\.$/);
  expect(viewImport({ ...it, failure: 'not-a-table' }).reason).toMatch(/^This is neither a CSV file/);
});
