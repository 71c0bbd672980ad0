/** What is left of somebody who was deleted: ids in the audit trail, and nothing else anywhere. */
import { beforeAll, expect, test } from 'vitest';
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import { ref } from '../../shared/domain/refs.ts';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  freshEmail,
  password,
} from '../harness/arrange.ts';
import { atOnce, races } from '../harness/at-once.ts';
import { aSession, store } from '../harness/entities.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 1000 });
});

/** Somebody of whom every trace can be told from everybody else's. */
function somebody() {
  const email = freshEmail('xanthippe');
  const mark = email.split('@')[0]?.replaceAll('.', '-') ?? '';
  const names = { firstName: `Xan ${mark}`, lastName: `Thippe ${mark}`, displayName: `Xanthippe ${mark}` };
  return { ...names, email, username: mark, role: 'user' };
}

type Somebody = ReturnType<typeof somebody>;

const invite = (whom: Somebody, { org, owner } = home, key = whom.email) =>
  refused(front, 'invite-user', { org, ...whom, access: { mode: 'all' } }, owner, {
    headers: { 'idempotency-key': key },
  });
const idIn = ({ body }: Awaited<ReturnType<typeof invite>>) => (body as unknown as { id: PersonId }).id;

async function remove(user: PersonId, { org, owner } = home): Promise<void> {
  const { headers } = await ask(front, 'get-user', { org, user }, owner);
  const removed = await ask(front, 'delete-user', { org, user }, owner, {
    headers: { 'if-match': headers.etag ?? '' },
  });
  expect(removed.status).toBe(204);
}

async function isMentioned(traces: readonly string[], org: OrganizationId): Promise<string[]> {
  const kept = await Promise.all([front.stored(), front.userRows(org), front.trail(org)]);
  const everything = JSON.stringify(kept).toLowerCase();
  return traces.filter(trace => everything.includes(trace.toLowerCase()));
}

test('nothing stored anywhere tells of somebody who was deleted, but that an id was', async () => {
  const whom = somebody();
  const invited = await invite(whom);
  const id = idIn(invited);
  const session = await acceptNewest(front, whom.email);
  await ask(front, 'sign-in', { email: whom.email, password });
  await ask(front, 'forgot-password', { email: whom.email });
  await front.settle();
  const device = aSession({ id }, `device-of-${whom.username}`, {
    ip: '198.51.100.73',
    userAgent: `Browser of ${whom.username}`,
    place: `Town of ${whom.username}`,
  });
  await store(front.world, device);
  const traces = [...Object.values(whom).filter(trace => trace !== 'user'), '198.51.100.73', device.id];
  expect(await isMentioned(traces, home.org)).toEqual(traces);

  await remove(id);
  await front.settle();
  expect(await isMentioned(traces, home.org)).toEqual([]);
  expect(await front.world.directory.listPersonal(id)).toEqual([]);
  expect(await front.world.identity.signIn(id, password)).toEqual({ outcome: 'refused' });
  expect(outcomeOf(await refused(front, 'get-me', {}, session))).toBe('session-ended');
  const told = (await front.trail(home.org)).filter(({ target }) => target.id === id);
  expect(told.map(({ action }) => action)).toContain('user.deleted');
});

test('a retry brings back neither somebody who was deleted nor what was told of them', async () => {
  const whom = somebody();
  const first = await invite(whom);
  expect((await invite(whom)).body).toEqual(first.body);

  await remove(idIn(first));
  expect(outcomeOf(await invite(whom))).toBe('not-found'); // at once
  await front.settle();
  expect(outcomeOf(await invite(whom))).toBe('not-found');
  expect(await isMentioned([whom.email], home.org)).toEqual([]);

  const anew = await invite(whom, home, `${whom.email} again`);
  expect(anew.status).toBe(201);
  expect(idIn(anew)).not.toBe(idIn(first));
  expect(outcomeOf(await invite(whom))).toBe('not-found');
});

test('whoever leaves one organization stays in the one that looks after them as they were', async () => {
  const other = await arrangeOrganization(front);
  const whom = somebody();
  const there = await invite(whom, other);
  const id = idIn(there);
  await acceptNewest(front, whom.email);
  expect(idIn(await invite(whom))).toBe(id);
  const { directory } = front.world;
  const sessions = await directory.listSessions(id);
  expect(sessions).not.toEqual([]);

  await remove(id);
  await front.settle();
  expect(outcomeOf(await invite(whom))).toBe('not-found');
  expect((await invite(whom, other)).body).toEqual(there.body);
  expect(await directory.listSessions(id)).toEqual(sessions);
  const kept = (await directory.listPersonal(id)).filter(({ type }) => type === 'personal-answer');
  expect(kept).toHaveLength(1);
  expect((await directory.get(ref.person(id)))[0]?.memberships).toEqual({ [other.org]: 'active' });
});

test('whoever is back before they were erased keeps what is theirs', async () => {
  const other = await arrangeOrganization(front);
  const whom = somebody();
  const id = idIn(await invite(whom, other));
  await acceptNewest(front, whom.email);
  await invite(whom);
  await remove(id);
  const back = await invite(whom, home, `${whom.email} again`);
  expect(idIn(back)).toBe(id);
  await front.settle();
  expect((await invite(whom, home, `${whom.email} again`)).body).toEqual(back.body);
});

test.each(races(10))(
  'deleted while their invitation is repeated: nobody is there twice, or again (%i)',
  async () => {
    const whom = somebody();
    const id = idIn(await invite(whom));
    const [repeated] = await Promise.all([atOnce(5, () => invite(whom)), remove(id)]);
    for (const answer of repeated) expect(['201', 'not-found']).toContain(outcomeOf(answer));
    await front.settle();
    expect(outcomeOf(await invite(whom))).toBe('not-found');
    expect(await isMentioned([whom.email], home.org)).toEqual([]);
  },
);
