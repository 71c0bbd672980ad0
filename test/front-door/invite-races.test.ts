/** Several invite, resend or expire at once: one outcome, and the others are told. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  freshEmail,
  invitee,
  tokensTo,
} from '../harness/arrange.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
import { snapshot } from '../harness/problem-checks.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 5000 });
});

/** Time goes by in some races; the owner's browser gets a new token then. */
beforeEach(async () => {
  await ask(front, 'get-me', {}, home.owner);
});

const invite = (from = home, more = {}) => arrangeInvitee(front, from, more);
const tokensOf = (email: string) => tokensTo(front, email);

test.each(races(20))('two resends at once leave one living link (%i)', async () => {
  const { email, about } = await invite();
  await tokensOf(email);
  const answers = await atOnce(2, () => refused(front, 'send-invitation', about, home.owner));
  expect(tally(answers)).toEqual({ 202: 2 });
  const tokens = await tokensOf(email);
  const states = await Promise.all(
    tokens.map(async token => (await ask(front, 'lookup-invitation', { token })).body.state),
  );
  expect(states.at(-1)).toBe('pending');
  expect(states.slice(0, -1).every(state => state === 'replaced')).toBe(true);
});

test.each(races(20))('two runs of the schedule at once free a seat once (%i)', async () => {
  const small = await arrangeOrganization(front);
  const invited = await atOnce(3, () => invite(small, { expiresInMinutes: 5 }));
  const seats = async () =>
    (await ask(front, 'get-organization', { org: small.org }, small.owner)).body.seats.used;
  expect(await seats()).toBe(4);
  await front.advance(5 * 60);
  await atOnce(2, () => front.runSchedule('expire-invitations'));
  expect(await seats()).toBe(1);
  const expired = (await front.trail(small.org)).filter(({ action }) => action === 'invitation.expired');
  expect(expired).toHaveLength(invited.length);
});

test.each(races(20))('one address is invited ten times at once: one user (%i)', async () => {
  const email = freshEmail('same');
  const answers = await atOnce(10, () =>
    refused(front, 'invite-user', { org: home.org, ...invitee(email) }, home.owner),
  );
  expect(tally(answers)).toEqual({ 201: 1, 'already-member': 9 });
  expect(await tokensOf(email)).toHaveLength(1);
});

test.each(races(20))(
  'one request is sent ten times at once under one key: one user, one answer (%i)',
  async () => {
    const email = freshEmail('key');
    const headers = { 'idempotency-key': email };
    const answers = await atOnce(10, () =>
      refused(front, 'invite-user', { org: home.org, ...invitee(email) }, home.owner, { headers }),
    );
    expect(tally(answers)).toEqual({ 201: 10 });
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  },
);

test.each(races(20))(
  'two organizations invite the same new person at once: one person in both (%i)',
  async () => {
    const other = await arrangeOrganization(front);
    const email = freshEmail('both');
    const answers = await Promise.all(
      [home, other].map(({ org, owner }) => ask(front, 'invite-user', { org, ...invitee(email) }, owner)),
    );
    expect(answers.map(outcomeOf)).toEqual(['201', '201']);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  },
);

test.each(races(10))('ten are invited to the last seat at once: one gets it (%i)', async () => {
  const small = await arrangeOrganization(front, { seats: 2 });
  const answers = await atOnce(10, () =>
    refused(front, 'invite-user', { org: small.org, ...invitee(freshEmail()) }, small.owner),
  );
  expect(tally(answers)).toEqual({ 201: 1, 'seats-exhausted': 9 });
});

test.each(races(10))('one username is given to ten people at once: one has it (%i)', async () => {
  const username = freshEmail('name').replaceAll(/[.@]/g, '-');
  const answers = await atOnce(10, () =>
    refused(front, 'invite-user', { org: home.org, ...invitee(freshEmail(), { username }) }, home.owner),
  );
  expect(tally(answers)).toEqual({ 201: 1, 'username-taken': 9 });
});

test('after all of this the counters say what there is', async () => {
  const { pages, counts } = (await snapshot(front, home)) as {
    pages: { status: string }[];
    counts: Record<string, number>;
  };
  const counted = Object.groupBy(pages, ({ status }) => status);
  for (const [status, count] of Object.entries(counts)) expect(counted[status]?.length ?? 0).toBe(count);
});
