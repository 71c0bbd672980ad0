/** The overview: numbers that follow what happens, each the length of the list that it leads to. */
import { beforeAll, expect, test } from 'vitest';
import type { ListUsers } from '../../shared/contract/find-users.ts';
import type { OverviewView } from '../../shared/contract/overview.ts';
import {
  type Arranged,
  acceptNewest,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
} from '../harness/arrange.ts';
import { enrolApp } from '../harness/arrange-factors.ts';
import { arrangeAwaiting, arrangeLookedAfter, arrangePartner } from '../harness/arrange-partner.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;

beforeAll(async () => {
  front = await openFront({ finding: true });
});

async function overviewOf({ org, owner }: Arranged, days?: string): Promise<OverviewView> {
  await front.settle();
  const { status, body } = await ask(front, 'get-overview', { org, ...(days && { days }) }, owner);
  expect(status).toBe(200);
  return body;
}

/** How many the list of users shows. */
async function listed({ org, owner }: Arranged, filter: Partial<Record<keyof ListUsers, string>>) {
  const { body } = await ask(front, 'list-users', { org, ...filter, limit: 200 }, owner);
  return body.items.length;
}

const onlyZeros = { sent: 0, accepted: 0, expired: 0, bounced: 0 };
const today = (view: OverviewView) => view.days.at(-1);
const bouncing = () => `bounce+${freshEmail('x')}`.replace(/@.*/, '@simulator.amazonses.com');

test('a new organization: its owner, and days without anything', async () => {
  const home = await arrangeOrganization(front, { seats: 20 });
  const view = await overviewOf(home);
  expect(view).toMatchObject({
    seats: { used: 1, total: 20 },
    users: { invited: 0, active: 1, inactive: 0, archived: 0 },
    mfa: { enrolled: 0, active: 1 },
    attention: {
      bounced: { count: 0, isMore: false },
      awaitingApproval: { count: 0, isMore: false },
      neverSignedIn: { count: 0, isMore: false },
    },
  });
  expect(view.lastActive.map(({ id }) => id)).toEqual([home.owner.id]);
  expect(view.days).toHaveLength(30);
  expect(
    view.days
      .slice(0, -1)
      .every(({ day: _, ...numbers }) => JSON.stringify(numbers) === JSON.stringify(onlyZeros)),
  ).toBe(true);
  expect(today(view)?.day).toBe(front.world.clock.now().slice(0, 10));
  expect((await overviewOf(home, '90')).days).toHaveLength(90);
});

test('what becomes of invitations is told by day', async () => {
  const home = await arrangeOrganization(front);
  const before = today(await overviewOf(home));
  const accepting = await arrangeInvitee(front, home);
  const forgetful = await arrangeInvitee(front, home, { expiresInMinutes: 5 });
  await arrangeInvitee(front, home, { email: bouncing() });
  await arrangeInvitee(front, home, { sendInvitation: false });
  await front.settle();
  await acceptNewest(front, accepting.email);
  await ask(front, 'send-invitation', { ...forgetful.about, expiresInMinutes: 5 }, home.owner);
  await front.settle();
  await front.advance(6 * 60);
  await front.runSchedule('expire-invitations');
  const view = await overviewOf(home);
  const sum = { ...onlyZeros };
  // Midnight may have passed meanwhile.
  for (const day of view.days.slice(-2))
    for (const number of ['sent', 'accepted', 'expired', 'bounced'] as const) sum[number] += day[number];
  expect(sum).toEqual({ sent: 4, accepted: 1 + (before?.accepted ?? 0), expired: 1, bounced: 1 });
});

test('what needs attention is as many as the lists have that it leads to', async () => {
  const partner = await arrangePartner(front);
  const home = await arrangeLookedAfter(front, partner);
  await arrangeInvitee(front, home, { email: bouncing() });
  await arrangeInvitee(front, home, { sendInvitation: false });
  const revoked = await arrangeInvitee(front, home);
  await ask(front, 'revoke-invitation', revoked.about, home.owner);
  await arrangeInvitee(front, home, { expiresInMinutes: 5 });
  await arrangeInvitee(front, home);
  const { about } = await arrangeAwaiting(front, home);
  await front.settle();
  await front.advance(6 * 60);
  await front.runSchedule('expire-invitations');
  const { attention, users } = await overviewOf(home);
  expect(attention.bounced).toEqual({ count: 1, isMore: false });
  expect(attention.bounced.count).toBe(await listed(home, { status: 'invited', delivery: 'bounced' }));
  expect(attention.awaitingApproval).toEqual({ count: 1, isMore: false });
  expect(attention.awaitingApproval.count).toBe(await listed(home, { approved: 'false' }));
  expect(attention.neverSignedIn).toEqual({ count: 3, isMore: false });
  expect(attention.neverSignedIn.count).toBe(await listed(home, { status: 'invited', invitation: 'none' }));
  for (const status of ['invited', 'active', 'inactive', 'archived'] as const)
    expect(users[status]).toBe(await listed(home, { status }));

  await ask(front, 'approve-user', about, partner.owner);
  await ask(front, 'send-invitation', revoked.about, home.owner);
  expect((await overviewOf(home)).attention).toMatchObject({
    awaitingApproval: { count: 0 },
    neverSignedIn: { count: 2 },
  });
});

test('second factors: who is active and has one, as the list has them', async () => {
  const home = await arrangeOrganization(front);
  const [one, other] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  await enrolApp(front, one);
  await enrolApp(front, other);
  const covered = async () => {
    const { mfa } = await overviewOf(home);
    expect(mfa.enrolled).toBe(await listed(home, { mfa: 'enrolled' }));
    return mfa;
  };
  expect(await covered()).toEqual({ enrolled: 2, active: 3 });
  await ask(front, 'deactivate-user', { org: home.org, user: one.id }, home.owner);
  expect(await covered()).toEqual({ enrolled: 1, active: 2 });
  await ask(front, 'reactivate-user', { org: home.org, user: one.id }, home.owner);
  expect(await covered()).toEqual({ enrolled: 2, active: 3 });
  await ask(front, 'reset-user-mfa', { org: home.org, user: other.id }, home.owner);
  expect(await covered()).toEqual({ enrolled: 1, active: 3 });
});

test('who was there last comes first, five at most, and only who is active', async () => {
  const home = await arrangeOrganization(front);
  const people = [];
  for (let i = 0; i < 6; i++) {
    people.push(await arrangeUser(front, home));
    await front.advance(60);
  }
  const [, , , , , gone] = people;
  await ask(front, 'deactivate-user', { org: home.org, user: gone?.id }, home.owner);
  const { lastActive } = await overviewOf(home);
  // Whoever asks is there now; when exactly is noted from time to time.
  const others = lastActive.filter(({ id }) => id !== home.owner.id).map(({ id }) => id);
  const expected = people.slice(0, 5).map(({ id }) => id);
  expect(others).toEqual(expected.reverse().slice(0, others.length));
  expect(lastActive).toHaveLength(5);
});

test('of one organization nothing is told to another, nor of other lengths of time', async () => {
  const [home, other] = [await arrangeOrganization(front), await arrangeOrganization(front)];
  await arrangeInvitee(front, other);
  expect((await overviewOf(home)).days.every(({ sent }) => sent === 0)).toBe(true);
  const input = { org: home.org };
  expect(outcomeOf(await refused(front, 'get-overview', input, other.owner))).toBe('not-found');
  expect(outcomeOf(await refused(front, 'get-overview', { ...input, days: '31' }, home.owner))).toBe(
    'validation-failed',
  );
});
