/** Checking a file while the world changes: whoever checks it dies or has company, and whoever asked for it goes. */
import { expect, test } from 'vitest';
import { checkImport } from '../../functions/events/check-import.ts';
import { Email } from '../../shared/contract/text.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import { breakAt, type Manner, type Moment } from '../faults/breaking.ts';
import { arrangeOrganization, arrangeUser, freshEmail } from '../harness/arrange.ts';
import { store } from '../harness/entities.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { readRows } from '../harness/read-export.ts';
import { csv, rowsOf, uploaded } from '../harness/upload-imports.ts';
import { type Around, around, type Call } from '../world/around.ts';
import { interleaving } from '../world/interleaving.ts';

const headings = ['First name', 'Last name', 'Email', 'Role', 'Permissions'];

/** An admin's file with so many new users, of whom the last has no role that there is; asked for and not checked. */
async function arrange(count: number) {
  const front = fakeFront();
  const home = await arrangeOrganization(front);
  const admin = await arrangeUser(front, home, 'admin');
  await front.settle();
  const emails = Array.from({ length: count }, () => freshEmail('row'));
  const roleOf = (i: number) => (i === count - 1 ? 'boss' : 'user');
  const rows = emails.map((email, i) => ['Nora', `Row ${i}`, email, roleOf(i), 'all']);
  const it = await uploaded(front, home, csv(headings, ...rows), admin);
  const about = { org: home.org, import: it.id };
  const asking = async (wish = {}) => {
    await ask(front, 'check-import', { ...about, sendInvitations: false, ...wish }, admin);
    const queued = front.world.directory.events.filter(({ action }) => action === 'import.queued').at(-1);
    return { detail: queued } as never; // as the bus brings it
  };
  const message = await asking();
  const look = async () => (await ask(front, 'get-import', about, home.owner)).body;
  return {
    front,
    home,
    admin,
    about,
    emails,
    count,
    message,
    asking,
    look,
    rows: () => rowsOf(front, home, it),
  };
}

type Arranged = Awaited<ReturnType<typeof arrange>>;

const toldOf = ({ front }: Arranged, action: string) =>
  front.world.directory.events.filter(event => event.action === action);

/** Checked, with every row in plan and report once, and told of once. */
async function isWhole(it: Arranged, where: string) {
  const seen = await it.look();
  const counts = { create: it.count - 1, update: 0, unchanged: 0, error: 1 };
  expect(seen, where).toMatchObject({ state: 'checked', counts, progress: { done: it.count } });
  expect((await it.rows()).map(({ number }) => number)).toEqual(
    Array.from({ length: it.count }, (_, i) => i + 2),
  );
  const { bytes } = it.front.world.imports.fetch(seen.report?.url ?? '');
  expect(await readRows('csv', bytes), where).toHaveLength(it.count + 1);
  expect(await readRows('csv', it.front.world.imports.fetch(seen.failed?.url ?? '').bytes)).toHaveLength(2);
  expect(toldOf(it, 'import.checked'), where).toHaveLength(1);
}

const ways = (['dies', 'fails'] as const).flatMap(manner =>
  (['before', 'after'] as const).map(moment => ({ manner, moment })),
);

test.each(ways)('$manner $moment each call: given again, it is whole', async way => {
  let number = 1;
  while (await survives(number, way)) number++;
  expect(number).toBeGreaterThan(12);
});

async function survives(number: number, { manner, moment }: { manner: Manner; moment: Moment }) {
  const it = await arrange(3);
  const breaking = breakAt(number, moment, manner);
  const first = checkImport(it.message, around(it.front.world, breaking.around));
  await first.catch(() => undefined);
  await checkImport(it.message, it.front.world);
  await isWhole(it, `broken ${moment} call ${number}, ${breaking.calls[number - 1]}`);
  return breaking.calls.length >= number;
}

test.each([1, 2, 3, 4, 5])('three check it at once: it is whole, and told of once (%i)', async () => {
  const it = await arrange(3);
  const together = around(it.front.world, interleaving());
  await Promise.all([1, 2, 3].map(() => checkImport(it.message, together)));
  await isWhole(it, 'together');
});

/** Does something once a call is made for the so many-th time. */
function onCall(wanted: Call, number: number, deed: () => Promise<unknown>): Around {
  let count = 0;
  return async (call, run) => {
    if (call === wanted && ++count === number) await deed();
    return run();
  };
}

const outage: Around = async (call, run) => {
  if (call === 'imports.writePart') throw new Error('S3 is away');
  return run();
};

test('what breaks off says so at once, and is left to the queue, which may still bring it about', async () => {
  const it = await arrange(3);
  await expect(checkImport(it.message, around(it.front.world, outage))).rejects.toThrow('S3 is away');
  expect(await it.look()).toMatchObject({ state: 'failed', reason: /broke off/ });
  await checkImport(it.message, it.front.world);
  await isWhole(it, 'given again');
});

test('it says how far it is, and stops where it was called off', async () => {
  const it = await arrange(1200);
  const { imports, clock } = it.front.world;
  const seen: unknown[] = [];
  const watching: Around = async (call, run) => {
    if (call === 'imports.writePart') {
      seen.push((await it.look()).progress.done);
      clock.advance(3);
    }
    if (seen.length === 2) await ask(it.front, 'cancel-import', it.about, it.home.owner);
    return run();
  };
  await checkImport(it.message, around(it.front.world, watching));
  expect(seen).toEqual([0, 500]);
  expect(await it.look()).toMatchObject({ state: 'cancelled' });
  expect([...imports.kept.keys()].filter(key => key.startsWith('reports/'))).toEqual([]);
  expect(toldOf(it, 'import.checked')).toEqual([]);
});

test('asked for anew while the queue has the first check made again, what was asked for last comes about', async () => {
  const it = await arrange(3);
  await checkImport(it.message, around(it.front.world, outage)).catch(() => undefined);
  let again: typeof it.message | undefined;
  const asked = onCall('imports.writeFile', 1, async () => {
    again = await it.asking({ sendInvitations: true });
  });
  await checkImport(it.message, around(it.front.world, asked));
  expect(await it.look()).toMatchObject({ state: 'checking', sendInvitations: true });
  if (again) await checkImport(again, it.front.world);
  expect(await it.look()).toMatchObject({ state: 'checked', sendInvitations: true });
  expect(toldOf(it, 'import.checked')).toHaveLength(1);
});

test.each([
  ['is no administrator any more', { role: 'manager' }],
  ['was deactivated', { status: 'inactive' }],
] as const)('whoever %s when it is checked gets nothing', async (_, more) => {
  const it = await arrange(3);
  const { directory } = it.front.world;
  const [user] = await directory.get(ref.user(it.home.org, it.admin.id));
  if (!user) throw new Error('There is no admin');
  await directory.commit({ changes: [{ do: 'update', before: user, after: next(user, more) }], events: [] });
  await checkImport(it.message, it.front.world);
  expect(await it.look()).toMatchObject({ state: 'failed', reason: /may not bring users in/ });
  expect(toldOf(it, 'import.failed').map(({ changes }) => changes)).toEqual([
    [{ field: 'reason', after: 'not-allowed' }],
  ]);
});

test('500 rows take two round trips to look up, and one where nobody is known', async () => {
  const it = await arrange(1200);
  const reads: Call[] = [];
  const counting: Around = async (call, run) => {
    if (call.startsWith('directory.') && call !== 'directory.commit') reads.push(call);
    return run();
  };
  await checkImport(it.message, around(it.front.world, counting));
  await isWhole(it, 'counted');
  const lists = reads.filter(call => call === 'directory.list');
  // Groups and projects; the import (twice), who asked, the policy, the catalogue, what is left; and three times 500 rows.
  expect([lists.length, reads.length - lists.length]).toEqual([2, 9]);
});

test('what cannot be read of one user makes their row wrong, and keeps no other waiting', async () => {
  const it = await arrange(4);
  const email = Email.parse(it.emails[1]);
  const person = it.front.world.ids.make('usr');
  await store(it.front.world, { type: 'email', version: 1, email, person });
  const broken: Around = async (call, run) => {
    const found = await run();
    if (call === 'directory.get' && JSON.stringify(found).includes(email))
      throw new TypeError('No reservation');
    return found;
  };
  await checkImport(it.message, around(it.front.world, broken));
  expect((await it.rows()).map(({ outcome, errors }) => [outcome, errors[0]?.reason])).toEqual([
    ['create', undefined],
    ['error', expect.stringMatching(/wrong with this row on our side/)],
    ['create', undefined],
    ['error', 'There is no role boss.'],
  ]);
});

test('a workbook that refuses half-way leaves no plan', async () => {
  const it = await arrange(3);
  const key = [...it.front.world.imports.kept.keys()].find(each => each.startsWith('uploads/')) ?? '';
  const cut = `${csv(headings, ...Array.from({ length: 900 }, (_, i) => ['A', `${i}`, `a${i}@example.com`, 'user', 'all']))}\r\n"never closed ${'x'.repeat(40_000)}`;
  it.front.world.imports.kept.set(key, Buffer.from(cut));
  await checkImport(it.message, it.front.world);
  expect(await it.look()).toMatchObject({ state: 'failed', reason: /more text than .* row \d+\.$/ });
  expect(await it.rows()).toEqual([]);
});
