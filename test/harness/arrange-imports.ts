/** Imports that were checked, without a file: with a plan that a test has made itself. */
import { systemIds as ids } from '../../shared/adapters/system.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { RowOutcome } from '../../shared/contract/imports.ts';
import { InviteUser } from '../../shared/contract/users.ts';
import { partKey } from '../../shared/domain/import/files.ts';
import { Import, type PartCounts } from '../../shared/domain/model-imports.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { plusMinutes, secondsOf } from '../../shared/domain/time.ts';
import { type Arranged, freshEmail } from './arrange.ts';
import { store } from './entities.ts';
import type { FakeFront } from './fake-front.ts';
import type { Front } from './front.ts';

export async function storeChecked(
  front: Front,
  { org, owner }: Arranged,
  parts: PartCounts[],
  more: Partial<Import> = {},
): Promise<Import> {
  const createdAt = front.world.clock.now();
  const startedBy = { organization: org, person: owner.id };
  const entity = Import.parse({
    ...{ type: 'import', version: 1, organization: org, id: ids.make('imp'), state: 'checked' },
    ...{ fileName: 'users.csv', format: 'csv', columns: [], sendInvitations: false },
    rows: parts.reduce((rows, part) => rows + part.create + part.update + part.unchanged + part.error, 0),
    ...{ plan: { run: 'test', parts }, checks: 1, startedBy, checkedFor: startedBy, createdAt },
    ttl: secondsOf(plusMinutes(createdAt, 7 * 24 * 60)),
    ...more,
  });
  await store(front.world, entity);
  return entity;
}

type Wish = Partial<NonNullable<PlannedRow['create']>['wish']>;
type Edit = NonNullable<PlannedRow['edit']>;

/** A row by which somebody new comes in. */
export function creating(number: number, more: Wish = {}): PlannedRow {
  const { org: _, ...wish } = InviteUser.parse({
    ...{ org: ids.make('org'), firstName: 'Nora', lastName: `Row ${number}`, email: freshEmail('row') },
    ...{ role: 'user', access: { mode: 'all' }, sendInvitation: false },
    ...more,
  });
  const { firstName, lastName, email } = wish;
  return {
    ...row(number, 'create', [firstName, lastName, email]),
    ...{ user: ids.make('usr'), name: `${firstName} ${lastName}`, email },
    create: { wish, invitation: ids.make('inv'), isFree: true },
  };
}

/** A row that changes somebody who is there. */
export function editing(number: number, user: PersonId, edit: Edit): PlannedRow {
  return { ...row(number, 'update', ['', '', 'somebody@example.com']), user, edit };
}

/** A row that does nothing. */
export function row(number: number, outcome: RowOutcome, cells: string[] = []): PlannedRow {
  return { number, outcome, cells, name: '', email: '', changes: [], errors: [] };
}

/** Small ones, so that a test goes over several. */
const partSize = 100;

/** An import with such a plan, as whoever checks it leaves it behind. */
export async function arrangePlan(
  front: FakeFront,
  home: Arranged,
  rows: readonly PlannedRow[],
  more: Partial<Import> = {},
): Promise<Import> {
  const parts = Array.from({ length: Math.ceil(rows.length / partSize) }, (_, i) =>
    rows.slice(i * partSize, (i + 1) * partSize),
  );
  const columns = ['First name', 'Last name', 'Email'].map(heading => ({ heading }));
  const it = await storeChecked(front, home, parts.map(countsIn), { columns, ...more });
  for (const [i, part] of parts.entries())
    await front.world.imports.writePart(partKey(it, { run: 'test' }, i), part);
  return it;
}

function countsIn(rows: readonly PlannedRow[]): PartCounts {
  const count = (outcome: RowOutcome) => rows.filter(each => each.outcome === outcome).length;
  return {
    ...{ create: count('create'), update: count('update') },
    ...{ unchanged: count('unchanged'), error: count('error') },
  };
}
