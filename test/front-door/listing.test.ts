/** Lists by name: in order, a page at a time, and nobody who stays is skipped or shown twice. */
import { beforeAll, expect, test } from 'vitest';
import type { UserView } from '../../shared/contract/users.ts';
import { type Arranged, arrangeOrganization, freshEmail } from '../harness/arrange.ts';
import { ask, type Front } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

const names = [
  'Zoë',
  'Adam',
  'ádám',
  'Émile',
  'emil',
  'Ole',
  'Østen',
  '李',
  'مريم',
  "O'Neill",
  '😀',
  'bob',
  'Bob',
];

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 500 });
  for (const firstName of [...names, ...names, ...names]) await add(firstName);
});

async function add(firstName: string): Promise<UserView> {
  const person = {
    firstName,
    lastName: 'Listed',
    email: freshEmail('listed'),
    role: 'user',
    access: { mode: 'all' },
    sendInvitation: false,
  };
  return (await ask(front, 'invite-user', { org: home.org, ...person }, home.owner)).body;
}

async function remove({ id }: UserView): Promise<void> {
  const headers = { 'if-match': '"1"' };
  await ask(front, 'delete-user', { org: home.org, user: id }, home.owner, { headers });
}

/** Every page, with whatever happens in between. */
async function pages(
  more: object,
  limit: number,
  between = async (_: UserView[]) => {},
): Promise<UserView[]> {
  const seen: UserView[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const input = { org: home.org, limit, ...more, ...(cursor && { cursor }) };
    const { body } = await ask(front, 'list-users', input, home.owner);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    seen.push(...body.items);
    cursor = body.nextCursor;
    if (cursor) expect(body.items).toHaveLength(limit);
    await between(body.items);
  }
  return seen;
}

const invited = { status: 'invited' };
const idsOf = (users: UserView[]) => users.map(({ id }) => id);

test.each([1, 2, 7, 13, 38, 39, 40, 200])('pages of %i come to the same list', async limit => {
  const whole = await pages(invited, 200);
  expect(whole).toHaveLength(3 * names.length);
  expect(idsOf(await pages(invited, limit))).toEqual(idsOf(whole));
});

test('names sort without case and marks, forwards and backwards', async () => {
  const forwards = await pages(invited, 200);
  const order = [...new Set(forwards.map(({ firstName }) => firstName))];
  expect(order.indexOf('Zoë')).toBeGreaterThan(order.indexOf("O'Neill"));
  const bare = forwards.map(({ firstName }) =>
    firstName.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace('ø', 'o'),
  );
  expect(bare).toEqual([...bare].sort());
  expect(idsOf(await pages({ ...invited, sort: '-name' }, 7))).toEqual(idsOf(forwards).reverse());
});

test('several statuses are one list', async () => {
  const both = await pages({ status: ['active', 'invited'] }, 7);
  expect(both).toHaveLength(3 * names.length + 1);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set(['active', 'invited']));
});

test('while people come and go, everybody who stays is seen exactly once', async () => {
  const before = await pages(invited, 200);
  const leaving = before.filter((_, i) => i % 4 === 0);
  const staying = before.filter((_, i) => i % 4 !== 0);
  let turn = 0;
  const seen = await pages(invited, 3, async page => {
    await add(names[turn % names.length] ?? '');
    const gone = leaving[(turn * 7) % leaving.length];
    if (gone && turn < leaving.length) await remove(gone);
    // Even the one after whom the next page begins.
    const last = page.at(-1);
    if (turn === 2 && last && staying.every(({ id }) => id !== last.id)) await remove(last);
    turn++;
  });
  const times = (id: string) => seen.filter(user => user.id === id).length;
  for (const { id } of staying) expect(times(id)).toBe(1);
  expect(Math.max(...seen.map(({ id }) => times(id)))).toBe(1);
});
