/** Put away, brought back, removed: what is free then, who is signed out, and who looks after the account. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  onboarding,
  password,
  tokensTo,
} from '../harness/arrange.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let other: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
  other = await arrangeOrganization(front, { seats: 500 });
});

type Deed = 'archive-user' | 'restore-user' | 'reactivate-user' | 'deactivate-user' | 'send-invitation';
const act = (deed: Deed, user: string, { org, owner } = home) => ask(front, deed, { org, user }, owner);
const read = async (user: string, { org, owner } = home) =>
  (await ask(front, 'get-user', { org, user }, owner)).body;
const signIn = async (email: string) => outcomeOf(await refused(front, 'sign-in', { email, password }));
const invite = (email: string, { org, owner } = home, more = {}) =>
  ask(front, 'invite-user', { org, ...invitee(email, more) }, owner);
const organization = async ({ org, owner } = home) =>
  (await ask(front, 'get-organization', { org }, owner)).body;

async function remove(user: string, { org, owner } = home) {
  const { etag = '' } = (await ask(front, 'get-user', { org, user }, owner)).headers;
  return ask(front, 'delete-user', { org, user }, owner, { headers: { 'if-match': etag } });
}

/** Somebody of `home` who has accepted in `other`, too. */
async function arrangeInBoth() {
  const them = await arrangeUser(front, home);
  await invite(them.email, other);
  const token = (await tokensTo(front, them.email)).at(-1) ?? '';
  await ask(front, 'accept-invitation', onboarding(token), them);
  return them;
}

const me = async (session: Session) => outcomeOf(await refused(front, 'get-me', {}, session));

test('whoever is archived is out at once, their seat is free, and the record stays', async () => {
  const them = await arrangeUser(front, home);
  const { seats } = await organization();
  const archived = await act('archive-user', them.id);
  expect(archived.body).toMatchObject({ status: 'archived', email: them.email });
  expect((await organization()).seats.used).toBe(seats.used - 1);
  expect(await me(them)).toBe('session-ended');
  expect(await signIn(them.email), 'their address is as one that nobody has').toBe('wrong-credentials');
  expect((await read(them.id)).firstName).toBe('Ada');
  expect(outcomeOf(await act('archive-user', them.id))).toBe('wrong-status');
  const { etag = '' } = (await ask(front, 'get-user', { org: home.org, user: them.id }, home.owner)).headers;
  const wish = { org: home.org, user: them.id, lastName: 'Edited' };
  const edited = await refused(front, 'edit-user', wish, home.owner, { headers: { 'if-match': etag } });
  expect(outcomeOf(edited)).toBe('wrong-status');
});

test('whoever is restored is inactive, and signs in again once they are reactivated', async () => {
  const them = await arrangeUser(front, home);
  await act('archive-user', them.id);
  const restored = await act('restore-user', them.id);
  expect(restored.body).toMatchObject({ status: 'inactive', email: them.email });
  expect(await signIn(them.email)).toBe('no-active-membership');
  await act('reactivate-user', them.id);
  expect(await signIn(them.email)).toBe('200');
  expect(await me(them), 'the old session stays over').toBe('session-ended');
});

test('the address of whoever is archived can be invited again; the one before cannot be restored then', async () => {
  const them = await arrangeUser(front, home);
  await act('archive-user', them.id);
  const again = await invite(them.email);
  expect(again.status).toBe(201);
  expect(again.body.id).not.toBe(them.id);
  expect(outcomeOf(await act('restore-user', them.id))).toBe('address-in-use');
  await acceptNewest(front, them.email);
  expect(await signIn(them.email)).toBe('200');
  expect((await read(them.id)).status).toBe('archived');
  expect((await remove(again.body.id)).status).toBe(204);
  expect((await act('restore-user', them.id)).body.status).toBe('inactive');
});

test('whoever was archived before they ever came in is invited again as the same, wherever they are known', async () => {
  const answers = [];
  for (const email of [freshEmail('unknown'), (await arrangeUser(front, other)).email]) {
    const { body } = await invite(email, home, { note: 'At first.' });
    const archived = (await act('archive-user', body.id)).body;
    const again = (await invite(email)).body;
    expect(again.id, 'as if nothing had been').toBe(body.id);
    expect(again.invitation).toMatchObject({ state: 'pending' });
    expect(again.invitation?.note).toBeUndefined();
    answers.push([archived.status, again.status, again.version, again.createdAt === body.createdAt]);
    await acceptedBy(email);
  }
  expect(answers[1]).toEqual(answers[0]);
});

async function acceptedBy(email: string): Promise<void> {
  const token = (await tokensTo(front, email)).at(-1) ?? '';
  const accepted = await ask(front, 'accept-invitation', onboarding(token));
  expect(accepted.status).toBe(200);
}

test('an invitation that was put away can be sent again after it was restored', async () => {
  const { email, about } = await arrangeInvitee(front, home);
  const [old = ''] = await tokensTo(front, email);
  await act('archive-user', about.user);
  expect(outcomeOf(await refused(front, 'accept-invitation', onboarding(old)))).toBe('invitation-revoked');
  expect(outcomeOf(await act('send-invitation', about.user))).toBe('wrong-status');
  await act('restore-user', about.user);
  expect((await act('send-invitation', about.user)).body.invitation?.state).toBe('pending');
  await acceptNewest(front, email);
});

const freshName = () => freshEmail('name').split('@')[0]?.replaceAll('.', '-') ?? '';

test('a username is free with the archive, and taken again with the return', async () => {
  const username = freshName();
  const { about } = await arrangeInvitee(front, home, { username });
  await act('archive-user', about.user);
  expect((await act('restore-user', about.user)).body).toMatchObject({ status: 'inactive', username });
});

test('who comes back after somebody else has taken their username comes back without one', async () => {
  const username = freshName();
  const first = await arrangeInvitee(front, home, { username });
  await act('archive-user', first.about.user);
  const second = await arrangeInvitee(front, home, { username });
  const { body } = await act('restore-user', first.about.user);
  expect(body.status).toBe('inactive');
  expect(body.username).toBeUndefined();
  const { body: theirs } = await ask(front, 'get-user', second.about, home.owner);
  expect(theirs.username).toBe(username);
});

test('who is archived in one organization goes on in another', async () => {
  const them = await arrangeInBoth();
  await act('archive-user', them.id, other);
  expect(await me(them)).toBe('200');
  expect(outcomeOf(await refused(front, 'get-organization', { org: other.org }, them))).toBe('not-found');
  expect(await signIn(them.email)).toBe('200');
  const back = await invite(them.email, other);
  expect(back.body).toMatchObject({ id: them.id, status: 'invited' });
});

test.each([
  ['archived', (user: string) => act('archive-user', user)],
  ['deleted', (user: string) => remove(user)],
] as const)(
  'whoever is %s at home is out everywhere, and looked after elsewhere from then on',
  async (_, away) => {
    const them = await arrangeInBoth();
    expect([(await read(them.id)).home, (await read(them.id, other)).home]).toEqual([true, false]);
    expect((await away(them.id)).status).toBeLessThan(300);
    expect(await me(them)).toBe('session-ended');
    expect((await read(them.id, other)).home).toBe(true);
    expect(await signIn(them.email)).toBe('200');
    const email = freshEmail('new');
    const change = { org: other.org, user: them.id, email };
    expect((await ask(front, 'change-user-email', change, other.owner)).status).toBe(202);
  },
);

test('whoever accepts first looks after the account, not whoever invites first', async () => {
  const email = freshEmail('wanted');
  const early = await invite(email, other);
  await invite(email);
  const [atOther = '', atHome = ''] = await tokensTo(front, email);
  const session = sessionIn(await ask(front, 'accept-invitation', onboarding(atHome)));
  await ask(front, 'accept-invitation', onboarding(atOther), session);
  expect([(await read(early.body.id)).home, (await read(early.body.id, other)).home]).toEqual([true, false]);
});

test('a change of address ends with the archive', async () => {
  const them = await arrangeUser(front, home);
  const email = freshEmail('new');
  await ask(front, 'change-my-email', { email, password }, them);
  const [token = ''] = await tokensTo(front, email);
  expect((await act('archive-user', them.id)).body).not.toHaveProperty('emailChange');
  expect(outcomeOf(await refused(front, 'confirm-email-change', { token }))).toBe('link-unknown');
  expect((await invite(email)).status).toBe(201);
});

test('API access ends with the archive, and does not come back with the return', async () => {
  const them = await arrangeUser(front, home);
  const { etag = '' } = (await ask(front, 'get-user', { org: home.org, user: them.id }, home.owner)).headers;
  const given = { org: home.org, user: them.id, apiAccess: true };
  await ask(front, 'edit-user', given, home.owner, { headers: { 'if-match': etag } });
  const users = async () => (await ask(front, 'get-usage', { org: home.org }, home.owner)).body.apiUsers;
  const before = await users();
  expect((await act('archive-user', them.id)).body.apiAccess).toBe(false);
  expect(await users()).toBe(before - 1);
  expect((await act('restore-user', them.id)).body.apiAccess).toBe(false);
});

test('the last owner is not archived', async () => {
  const alone = await arrangeOrganization(front);
  const second = await arrangeUser(front, alone, 'owner');
  const archive = { org: alone.org, user: alone.owner.id };
  expect((await ask(front, 'archive-user', archive, second)).status).toBe(200);
  expect(await me(alone.owner)).toBe('session-ended');
  expect(outcomeOf(await refused(front, 'archive-user', { ...archive, user: second.id }, second))).toBe(
    'own-account',
  );
});
