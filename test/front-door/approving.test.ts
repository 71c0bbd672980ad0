/** Where a partner looks after an organization, it lets each new user in, and nobody else does. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  onboarding,
  password,
  tokensTo,
} from '../harness/arrange.ts';
import { lookAfter } from '../harness/arrange-partner.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let partner: Arranged;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  partner = await arrangeOrganization(front, { kind: 'partner' });
  home = await arrangeOrganization(front, { seats: 500 });
  await lookAfter(front, home.org, partner.org);
});

const approve = (user: string, as: object) => refused(front, 'approve-user', { org: home.org, user }, as);
const signIn = async (email: string) => outcomeOf(await refused(front, 'sign-in', { email, password }));
const awaited = async () =>
  (await ask(front, 'list-approvals', { org: partner.org, limit: 200 }, partner.owner)).body.items.map(
    ({ user }) => user.id,
  );

test('whoever accepts waits, is told so, and comes in once the partner says so', async () => {
  const { email, about } = await arrangeInvitee(front, home);
  const [token = ''] = await tokensTo(front, email);
  const accepted = await refused(front, 'accept-invitation', onboarding(token));
  expect(outcomeOf(accepted)).toBe('awaiting-approval');
  expect(await signIn(email)).toBe('awaiting-approval');
  expect(await awaited()).toContain(about.user);

  for (const [as, expected] of [
    [home.owner, 'not-allowed'],
    [await arrangeUser(front, partner, 'user'), 'not-found'],
    [(await arrangeOrganization(front, { kind: 'partner' })).owner, 'not-found'],
    [await arrangeUser(front, partner, 'manager'), '200'],
    [partner.owner, 'wrong-status'],
  ] as const)
    expect(outcomeOf(await approve(about.user, as))).toBe(expected);

  expect(await awaited()).not.toContain(about.user);
  expect(await signIn(email)).toBe('200');
  const told = (await front.trail(home.org)).filter(({ action }) => action === 'user.approved');
  expect(told).toMatchObject([
    {
      actor: { kind: 'partner' },
      target: { id: about.user },
      changes: [{ field: 'approved', before: false, after: true }],
    },
  ]);
});

test('whoever is approved before they accept is let in at once', async () => {
  const { email, about } = await arrangeInvitee(front, home);
  expect((await approve(about.user, partner.owner)).body).toMatchObject({
    approved: true,
    status: 'invited',
  });
  await acceptNewest(front, email);
  expect(await signIn(email)).toBe('200');
});

test('whoever is out is let in by nobody, and waits again when they are back', async () => {
  const { about } = await arrangeInvitee(front, home);
  await ask(front, 'deactivate-user', about, home.owner);
  expect(outcomeOf(await approve(about.user, partner.owner))).toBe('wrong-status');
  expect(await awaited()).not.toContain(about.user);
  await ask(front, 'send-invitation', about, home.owner);
  expect(await awaited()).toContain(about.user);
});

test('who is corrected to another address waits as anybody who is invited', async () => {
  const { about } = await arrangeInvitee(front, home);
  await approve(about.user, partner.owner);
  const corrected = { ...about, email: `corrected.${Date.now()}@example.com` };
  const { body } = await ask(front, 'send-invitation', corrected, home.owner);
  expect(body.approved).toBe(false);
});

test('a partner manages the people of the organizations that it looks after; what an organization is, it leaves alone', async () => {
  const { about } = await arrangeInvitee(front, home);
  for (const route of ['get-user', 'revoke-invitation', 'archive-user'] as const)
    expect((await ask(front, route, about, partner.owner)).status).toBe(200);
  for (const route of ['get-settings', 'list-api-clients'] as const)
    expect(outcomeOf(await refused(front, route, { org: home.org }, partner.owner))).toBe('not-allowed');
  expect((await front.trail(home.org)).at(-1)).toMatchObject({
    actor: { kind: 'partner', id: partner.owner.id },
    action: 'user.archived',
  });
});

test('staff of a partner act with the role that they have there', async () => {
  const manager = await arrangeUser(front, partner, 'manager');
  const owner = { org: home.org, user: home.owner.id };
  expect(outcomeOf(await refused(front, 'deactivate-user', owner, manager))).toBe('role-too-high');
});

test.each(races(20))('two approve at once: one did it, the other is told (%i)', async () => {
  const { about } = await arrangeInvitee(front, home);
  const answers = await atOnce(2, () => approve(about.user, partner.owner));
  expect(tally(answers)).toEqual({ 200: 1, 'wrong-status': 1 });
});
