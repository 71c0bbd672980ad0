/** An address changes once the new one confirms it; until then the old one signs in, and nobody learns whose it is. */
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
} from '../harness/arrange.ts';
import { ask, type Front, outcomeOf, refused, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let other: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
  other = await arrangeOrganization(front, { seats: 500 });
});

const mails = async (email: string) => {
  await front.settle();
  return front.mailsTo(email);
};

/** The tokens of the mails that ask to confirm, oldest first. */
const tokensTo = async (email: string) =>
  (await mails(email)).filter(({ text }) => text.includes('/confirm-email#')).map(tokenIn);

const signIn = async (email: string) => outcomeOf(await refused(front, 'sign-in', { email, password }));
const confirm = (token: string) => refused(front, 'confirm-email-change', { token });
const change = (user: string, email: string, { org, owner } = home) =>
  ask(front, 'change-user-email', { org, user, email }, owner);
const changeMine = (email: string, as: object, typed = password) =>
  ask(front, 'change-my-email', { email, password: typed }, as);
const read = async (user: string, { org, owner } = home) =>
  (await ask(front, 'get-user', { org, user }, owner)).body;

/** Somebody of `home` who is in another organization, too. */
async function arrangeInBoth() {
  const them = await arrangeUser(front, home);
  await ask(front, 'invite-user', { org: other.org, ...invitee(them.email) }, other.owner);
  const token = tokenIn((await mails(them.email)).at(-1));
  await ask(front, 'accept-invitation', onboarding(token), them);
  return them;
}

test('asked for by an administrator, confirmed by the new address, told to the old one', async () => {
  const them = await arrangeInBoth();
  const email = freshEmail('new');
  const asked = await change(them.id, ` ${email.toUpperCase()} `);
  expect(asked.status).toBe(202);
  expect(asked.body).toMatchObject({ email: them.email, emailChange: { email } });
  expect((await read(them.id, other)).emailChange?.email, 'shown wherever they are').toBe(email);
  expect([await signIn(them.email), await signIn(email)]).toEqual(['200', 'wrong-credentials']);

  const [token = ''] = await tokensTo(email);
  const toldBefore = (await mails(them.email)).length;
  expect((await confirm(token)).body).toEqual({ email });
  expect([await signIn(them.email), await signIn(email)]).toEqual(['wrong-credentials', '200']);
  for (const where of [home, other]) {
    const shown = await read(them.id, where);
    expect(shown).toMatchObject({ email });
    expect(shown).not.toHaveProperty('emailChange');
  }
  expect((await ask(front, 'get-me', {}, them)).body.person.email, 'sessions go on').toBe(email);
  expect((await mails(them.email)).length, 'the old address is told').toBe(toldBefore + 1);
  expect(outcomeOf(await confirm(token))).toBe('link-unknown');

  const trail = JSON.stringify(await front.trail(home.org));
  for (const address of [email, them.email]) expect(trail).not.toContain(address);
  expect(trail).toContain('email-change.confirmed');
});

test('the old address is free at once', async () => {
  const them = await arrangeUser(front, home);
  const email = freshEmail('new');
  await changeMine(email, them);
  const [token = ''] = await tokensTo(email);
  await confirm(token);
  const { body } = await ask(front, 'invite-user', { org: home.org, ...invitee(them.email) }, home.owner);
  expect(body.id).not.toBe(them.id);
});

test('links for a forgotten password that went to the old address are dead', async () => {
  const them = await arrangeUser(front, home);
  await ask(front, 'forgot-password', { email: them.email });
  const reset = tokenIn((await mails(them.email)).find(({ text }) => text.includes('/reset#')));
  const email = freshEmail('new');
  await changeMine(email, them);
  const [token = ''] = await tokensTo(email);
  await confirm(token);
  const chosen = { token: reset, password: 'eleven blue kites over the harbour' };
  expect(outcomeOf(await refused(front, 'reset-password', chosen))).toBe('link-unknown');
  expect(await signIn(email)).toBe('200');
});

test('asked for by oneself takes the password, and leaves no session behind', async () => {
  const them = await arrangeUser(front, home);
  const email = freshEmail('mine');
  expect(outcomeOf(await changeMine(email, them, 'not the password at all'))).toBe('wrong-password');
  expect(await tokensTo(email)).toEqual([]);
  const before = await front.world.directory.listSessions(them.id);
  expect((await changeMine(email, them)).body.person.emailChange?.email).toBe(email);
  expect(await front.world.directory.listSessions(them.id)).toEqual(before);
});

test('a link works for three hours', async () => {
  const them = await arrangeUser(front, home);
  const email = freshEmail('late');
  await changeMine(email, them);
  const [token = ''] = await tokensTo(email);
  await front.advance(3 * 60 * 60);
  expect(outcomeOf(await confirm(token))).toBe('link-unknown');
  expect(await signIn(them.email)).toBe('200');
  expect((await ask(front, 'cancel-my-email-change', {}, them)).body.person).not.toHaveProperty(
    'emailChange',
  );
});

test('a newer request calls the older one off, and its address is free', async () => {
  const them = await arrangeUser(front, home);
  const [first, second] = [freshEmail('first'), freshEmail('second')];
  await changeMine(first, them);
  const [old = ''] = await tokensTo(first);
  await changeMine(second, them);
  expect(outcomeOf(await confirm(old))).toBe('link-unknown');
  const somebody = await arrangeUser(front, home);
  await changeMine(first, somebody);
  expect(await tokensTo(first)).toHaveLength(2);
  const [token = ''] = await tokensTo(second);
  expect((await confirm(token)).status).toBe(200);
});

test('a link of what was called off opens no later change', async () => {
  const them = await arrangeUser(front, home);
  const [first, second] = [freshEmail('first'), freshEmail('second')];
  await change(them.id, first);
  const [old = ''] = await tokensTo(first);
  const about = { org: home.org, user: them.id };
  const cancelled = await ask(front, 'cancel-user-email-change', about, home.owner);
  expect(cancelled.body).not.toHaveProperty('emailChange');
  expect(outcomeOf(await refused(front, 'cancel-user-email-change', about, home.owner))).toBe('wrong-status');
  await change(them.id, second);
  expect(outcomeOf(await confirm(old))).toBe('link-unknown');
  expect((await read(them.id)).email).toBe(them.email);
});

/** An answer without what is different in every one. */
const comparable = ({ status, body }: { status: number; body: object }) =>
  JSON.stringify({ status, body }, (name, value) =>
    name === 'id' || name === 'invitation' || String(name).endsWith('At') ? undefined : value,
  ).replaceAll(/[a-z]+\.[a-z0-9.]+@example\.com/g, 'an address');

const holders: Record<string, () => Promise<string>> = {
  nobody: async () => freshEmail('free'),
  'a member elsewhere': async () => (await arrangeUser(front, other)).email,
  'a member here': async () => (await arrangeUser(front, home)).email,
  'an invitee elsewhere': async () => (await arrangeInvitee(front, other)).email,
  'somebody about to have it': async () => {
    const email = freshEmail('wanted');
    await changeMine(email, await arrangeUser(front, other));
    return email;
  },
};

test.each(Object.keys(holders))('the address of %s is answered as any other', async whose => {
  const email = (await holders[whose]?.()) ?? '';
  await front.settle();
  const before = (await front.mailsTo(email)).length;
  const [mine, theirs] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const asUsual = [await changeMine(freshEmail('free'), mine), await change(theirs.id, freshEmail('free'))];
  const [one, two] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const asked = [await changeMine(email, one), await change(two.id, email)];
  expect(asked.map(comparable)).toEqual(asUsual.map(comparable));
  const told = (await mails(email)).slice(before).map(({ text }) => text.includes('/confirm-email#'));
  const isHeld = whose === 'nobody';
  expect(told.filter(Boolean), 'who may confirm it').toHaveLength(isHeld ? 1 : 0);
});

test('whoever is asked about an address of theirs is told that somebody wants it', async () => {
  const holder = await arrangeUser(front, other);
  const before = (await mails(holder.email)).length;
  await changeMine(holder.email, await arrangeUser(front, home));
  const [told] = (await mails(holder.email)).slice(before);
  expect(told?.text).not.toContain('#');
  expect(await signIn(holder.email)).toBe('200');
});

test('an unconfirmed change keeps nobody from being invited', async () => {
  const wanted = freshEmail('wanted');
  const them = await arrangeUser(front, other);
  await changeMine(wanted, them);
  const [token = ''] = await tokensTo(wanted);
  const shownHere = await refused(front, 'invite-user', { org: other.org, ...invitee(wanted) }, other.owner);
  expect(outcomeOf(shownHere), 'here it is shown as theirs').toBe('already-member');
  const { body } = await ask(front, 'invite-user', { org: home.org, ...invitee(wanted) }, home.owner);
  expect(body.id).not.toBe(them.id);
  expect(outcomeOf(await confirm(token))).toBe('link-unknown');
  await acceptNewest(front, wanted);
  expect(await signIn(them.email)).toBe('200');
});

test.each([
  ['that they have', async (own: string) => own, 'unchanged'],
  ['of a foreign domain', async () => `somebody.${Date.now()}@elsewhere.example.org`, 'domain-not-allowed'],
])('an address %s is none to change to', async (_, wish, code) => {
  const strict = await arrangeOrganization(front);
  const { etag = '' } = (await ask(front, 'get-settings', { org: strict.org }, strict.owner)).headers;
  const settings = { org: strict.org, allowedEmailDomains: ['example.com'] };
  await ask(front, 'edit-settings', settings, strict.owner, { headers: { 'if-match': etag } });
  const them = await arrangeUser(front, strict);
  const email = await wish(them.email);
  for (const answer of [await changeMine(email, them), await change(them.id, email, strict)]) {
    expect(outcomeOf(answer)).toBe('validation-failed');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/email', code }] });
  }
});

test('only the home organization may change an address, of those who have accepted', async () => {
  const them = await arrangeInBoth();
  const email = freshEmail('foreign');
  expect(outcomeOf(await change(them.id, email, other))).toBe('not-home');
  const { about } = await arrangeInvitee(front, home);
  expect(outcomeOf(await change(about.user, email))).toBe('wrong-status');
  const known = (await arrangeUser(front, other)).email;
  const { body } = await ask(front, 'invite-user', { org: home.org, ...invitee(known) }, home.owner);
  expect(outcomeOf(await change(body.id, email)), 'of a home elsewhere nothing is told').toBe('wrong-status');
  expect(outcomeOf(await change(home.owner.id, email))).toBe('own-account');
});

test('ten changes of one address are asked for in an hour, by whomever, and no more', async () => {
  const them = await arrangeUser(front, home);
  const wish = (i: number) => (i % 2 ? changeMine(freshEmail(), them) : change(them.id, freshEmail()));
  for (let i = 1; i <= 10; i++) expect((await wish(i)).status).toBe(202);
  for (const i of [11, 12]) {
    const refusedNow = await wish(i);
    expect(outcomeOf(refusedNow)).toBe('too-many-attempts');
    expect(Number(refusedNow.headers['retry-after'])).toBeGreaterThan(0);
  }
  await front.advance(60 * 60);
  expect((await change(them.id, freshEmail())).status).toBe(202);
});
