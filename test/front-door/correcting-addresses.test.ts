/** The address of somebody who has never accepted can be corrected; nobody learns whose the old or the new one is. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  onboarding,
  password,
  tokensTo,
} from '../harness/arrange.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let other: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
  other = await arrangeOrganization(front);
});

async function invite({ org, owner }: Arranged, email: string, more = {}): Promise<string> {
  const person = {
    firstName: 'C',
    lastName: 'Corrected',
    email,
    role: 'user',
    access: { mode: 'all' },
    ...more,
  };
  return (await ask(front, 'invite-user', { org, ...person }, owner)).body.id;
}

const correct = (user: string, email: string, more = {}) =>
  ask(front, 'send-invitation', { org: home.org, user, email, ...more }, home.owner);

const read = (user: string, { org, owner } = home) => ask(front, 'get-user', { org, user }, owner);

test('the right address is invited in place of the wrong one, with all that was said', async () => {
  const [wrong, right] = [freshEmail('wrong'), freshEmail('right')];
  const username = right.split('@')[0]?.replaceAll('.', '-');
  const said = { role: 'manager', displayName: 'The C', note: 'See you.', language: 'de', requireMfa: true };
  const user = await invite(home, wrong, { ...said, username, expiresInMinutes: 60 });
  const [dead = ''] = await tokensTo(front, wrong);

  const corrected = await correct(user, ` ${right.toUpperCase()} `);
  expect(corrected.status).toBe(202);
  expect(corrected.body).toMatchObject({
    ...{ email: right, role: 'manager', displayName: 'The C', username, mfa: { required: true } },
    invitation: { note: 'See you.', language: 'de', state: 'pending', invitedBy: home.owner.id },
  });
  const { sentAt = '', expiresAt = '' } = corrected.body.invitation ?? {};
  expect(Date.parse(expiresAt) - Date.parse(sentAt)).toBe(60 * 60_000);

  expect((await read(user)).status).toBe(404);
  expect(outcomeOf(await refused(front, 'accept-invitation', onboarding(dead)))).toBe('link-unknown');
  await acceptNewest(front, right);
  expect(await front.mailsTo(right)).toHaveLength(1);
  expect(await invite(home, wrong), 'the wrong address is free again').toMatch(/^usr_/);
  const told = (await front.trail(home.org)).find(
    ({ action, target }) => action === 'user.deleted' && target.id === user,
  );
  expect(told?.changes).toContainEqual({ field: 'replacement', after: corrected.body.id });
});

test('the address that is there already is only sent to again', async () => {
  const email = freshEmail('same');
  const user = await invite(home, email);
  await front.settle();
  expect((await correct(user, email)).body.id).toBe(user);
  expect(await tokensTo(front, email)).toHaveLength(2);
});

/** Who somebody is elsewhere. */
const elsewhere: Record<string, () => Promise<string>> = {
  nobody: async () => freshEmail('nobody'),
  invitee: async () => {
    const email = freshEmail('invitee');
    await invite(other, email);
    await front.settle(); // so that this mail is their first
    return email;
  },
  member: async () => (await arrangeUser(front, other)).email,
};
const pairs = Object.keys(elsewhere).flatMap(from => Object.keys(elsewhere).map(to => ({ from, to })));

test.each(pairs)(
  'from the address of a $from to that of a $to: the answer is the same',
  async ({ from, to }) => {
    const [wrong, right] = [await elsewhere[from]?.(), await elsewhere[to]?.()];
    const user = await invite(home, wrong ?? '');
    const { status, headers, body } = await correct(user, right ?? '');
    expect(status).toBe(202);
    expect(body.id).not.toBe(user);
    const { id, email, createdAt, invitation, ...shown } = body;
    expect({ ...shown, etag: headers.etag }).toEqual({
      ...{ organization: home.org, firstName: 'C', lastName: 'Corrected', displayName: 'C Corrected' },
      ...{ role: 'user', status: 'invited', approved: true, apiAccess: false, home: true, version: 1 },
      ...{ mfa: { required: false, enrolled: [] }, etag: '"1"' },
      ...{ access: { mode: 'all' }, customRoles: [], groups: [], projects: [] },
    });
    expect((await read(user)).status).toBe(404);
    expect((await read(id)).body).toMatchObject({ email: right });
    // Whoever they are elsewhere, they stay it.
    if (from === 'member')
      expect((await refused(front, 'sign-in', { email: wrong, password })).status).toBe(200);
    if (from === 'invitee') {
      const [token = ''] = await tokensTo(front, wrong ?? '');
      expect((await ask(front, 'accept-invitation', onboarding(token))).status).toBe(200);
    }
  },
);

test('somebody of the same organization is no stranger', async () => {
  const taken = await arrangeUser(front, home);
  const user = await invite(home, freshEmail());
  expect(outcomeOf(await correct(user, taken.email))).toBe('already-member');
  expect((await read(user)).body.status).toBe('invited');
});

test('whoever has moved to that address elsewhere is only sent to there', async () => {
  const them = await arrangeUser(front, other);
  const user = await invite(home, them.email);
  const email = freshEmail('moved');
  await ask(front, 'change-my-email', { email, password }, them);
  const [token = ''] = await tokensTo(front, email);
  await ask(front, 'confirm-email-change', { token });
  expect((await read(user)).body.email, 'nothing of it is shown here').toBe(them.email);
  const { body } = await correct(user, email);
  expect(body).toMatchObject({ id: user, email });
  const invited = (await tokensTo(front, email)).at(-1) ?? '';
  expect((await ask(front, 'accept-invitation', { token: invited }, them)).status).toBe(200);
});

test('who has accepted, or is deactivated after that, keeps the address', async () => {
  const { id } = await arrangeUser(front, home);
  expect(outcomeOf(await correct(id, freshEmail()))).toBe('wrong-status');
});

test.each(races(20))('of two who are corrected to one address at once, one gets it (%i)', async () => {
  const users = [await invite(home, freshEmail()), await invite(home, freshEmail())];
  const email = freshEmail('wanted');
  const answers = await atOnce(2, i => correct(users[i] ?? '', email));
  expect(tally(answers)).toEqual({ 202: 1, 'already-member': 1 });
  await acceptNewest(front, email);
});

test.each(races(10))('one is corrected to two addresses at once: one of them is invited (%i)', async () => {
  const user = await invite(home, freshEmail());
  const emails = [freshEmail('one'), freshEmail('two')];
  const answers = await atOnce(2, i => correct(user, emails[i] ?? ''));
  expect(tally(answers)).toEqual({ 202: 1, 'not-found': 1 });
});
