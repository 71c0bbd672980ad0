/** What the plan limits: how much of it is used, what happens at the limit, and when it frees. */
import { beforeAll, expect, test } from 'vitest';
import type { ProblemDocument } from '../../shared/contract/problems.ts';
import { invitationHour, planOf } from '../../shared/domain/plan.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  freshEmail,
  invitee,
} from '../harness/arrange.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { type Answer, ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;

beforeAll(async () => {
  front = await openFront();
});

const starter = planOf({ plan: 'starter' }).invitationsPerHour;

const usage = async ({ org, owner }: Arranged) => (await ask(front, 'get-usage', { org }, owner)).body;
const invite = ({ org, owner }: Arranged, more = {}) =>
  refused(front, 'invite-user', { org, ...invitee(freshEmail()), ...more }, owner);

/** Uses invitations of this hour up, until so many are left. */
async function leaving(left: number, { org, owner }: Arranged): Promise<void> {
  const { invitations } = (await ask(front, 'get-usage', { org }, owner)).body;
  const { name } = invitationHour(front.world.clock.now());
  const spend = {
    do: 'spend',
    organization: org,
    name,
    add: 1,
    limit: invitations.limit,
    ttl: 2_000_000_000,
  } as const;
  for (let used = invitations.used; used < invitations.limit - left; used++)
    await front.world.directory.commit({ changes: [spend], events: [] });
}

/** To a minute after the next hour has begun, so that none ends within a test. */
async function toTheNextHour(): Promise<void> {
  const now = front.world.clock.now();
  const { endsAt } = invitationHour(now);
  await front.advance(Math.ceil((Date.parse(endsAt) - Date.parse(now)) / 1000) + 60);
}

async function arrange(plan = 'starter', seats = 500): Promise<Arranged> {
  await toTheNextHour();
  return arrangeOrganization(front, { plan, seats });
}

test('usage counts seats, people with API access, and the invitations of this hour', async () => {
  const of = await arrange('team', 20);
  const { endsAt } = invitationHour(front.world.clock.now());
  const before = { used: 1, limit: 500, resetsAt: endsAt };
  expect(await usage(of)).toEqual({ seats: { used: 1, total: 20 }, invitations: before, apiUsers: 0 });
  await invite(of, { apiAccess: true });
  await invite(of, { sendInvitation: false });
  expect(await usage(of)).toEqual({
    seats: { used: 2, total: 20 },
    invitations: { ...before, used: 2 },
    apiUsers: 1,
  });
});

test('sending again counts; so does sending later to whoever was created silently, and creating does not', async () => {
  const of = await arrange();
  const { body: silent } = await ask(
    front,
    'invite-user',
    { org: of.org, ...invitee(freshEmail()), sendInvitation: false },
    of.owner,
  );
  expect((await usage(of)).invitations.used).toBe(1);
  const send = () => refused(front, 'send-invitation', { org: of.org, user: silent.id }, of.owner);
  expect((await send()).status).toBe(202);
  expect((await send()).status).toBe(202);
  expect((await usage(of)).invitations.used).toBe(3);
});

/** The refusal says which limit it was, and when to come back. */
function expectLimit(answer: Answer<ProblemDocument>, of: { limit: number }): void {
  expect(outcomeOf(answer)).toBe('invitations-exhausted');
  expect(answer.body.status).toBe(429);
  expect(answer.body.detail).toContain(`${of.limit} invitations an hour`);
  expect(answer.body.detail).toMatch(/begins at \d\d:00 UTC\.$/);
  const now = front.world.clock.now();
  const left = (Date.parse(invitationHour(now).endsAt) - Date.parse(now)) / 1000;
  expect(Math.abs(Number(answer.headers['retry-after']) - left)).toBeLessThan(60);
}

test('at the limit both inviting and sending again are refused, and the next hour frees', async () => {
  const of = await arrange();
  const { about } = await arrangeInvitee(front, of);
  await leaving(1, of);
  expect((await invite(of)).status).toBe(201);
  const before = await usage(of);
  expectLimit(await invite(of), { limit: starter });
  expectLimit(await refused(front, 'send-invitation', about, of.owner), { limit: starter });
  expect((await invite(of, { sendInvitation: false })).status).toBe(201);
  expect(await usage(of)).toEqual(before);
  await toTheNextHour();
  expect((await usage(of)).invitations.used).toBe(0);
  expect((await invite(of)).status).toBe(201);
});

test('a new link by the invitee’s own wish counts, too', async () => {
  const of = await arrange();
  const { email } = await arrangeInvitee(front, of, { expiresInMinutes: 5 });
  await front.settle();
  const token = /#([\w-]{43})/.exec((await front.mailsTo(email)).at(-1)?.text ?? '')?.[1] ?? '';
  await front.advance(6 * 60);
  await leaving(0, of);
  expectLimit(await refused(front, 'renew-invitation', { token }), { limit: starter });
});

test.each(races(10))('five more than the limit at once: exactly the limit go out (%i)', async () => {
  const of = await arrange();
  await leaving(10, of);
  const answers = await atOnce(15, () => invite(of));
  expect(tally(answers)).toEqual({ 201: 10, 'invitations-exhausted': 5 });
  expect((await usage(of)).invitations.used).toBe(starter);
});

test('all of an hour’s invitations at once, and five more', async () => {
  const of = await arrange();
  const answers = await atOnce(starter + 4, () => invite(of));
  expect(tally(answers)).toEqual({ 201: starter - 1, 'invitations-exhausted': 5 });
});

test('the last seat: the refusal says how many there are and what frees one', async () => {
  const of = await arrange('team', 2);
  expect((await invite(of)).status).toBe(201);
  const { body } = await invite(of);
  expect(body).toMatchObject({ type: '/problems/seats-exhausted', status: 422 });
  expect(body.detail).toMatch(/^All 2 seats of the plan are taken\. A seat frees when /);
  expect((await usage(of)).seats).toEqual({ used: 2, total: 2 });
});

test.each(races(10))(
  'ten for the last two seats: two get one, and no invitation is wasted (%i)',
  async () => {
    const of = await arrange('team', 3);
    const answers = await atOnce(10, () => invite(of));
    expect(tally(answers)).toEqual({ 201: 2, 'seats-exhausted': 8 });
    const { seats, invitations } = await usage(of);
    expect([seats.used, invitations.used]).toEqual([3, 3]);
  },
);
