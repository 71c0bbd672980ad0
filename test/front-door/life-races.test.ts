/** Several change one person, or want one address, at once: one outcome, and the others are told. */
import { beforeAll, expect, test } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import {
  type Arranged,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  onboarding,
  password,
  tokensTo,
} from '../harness/arrange.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 5000 });
});

const ways: [route: RouteKey, more: object][] = [
  ['deactivate-user', {}],
  ['delete-user', {}],
  ['archive-user', {}],
  ['edit-user', { role: 'admin' }],
];

test.each(ways.flatMap(([route, more]) => races(50).map(trial => ({ route, more, trial }))))(
  'the last two owners do $route to one another at once: one stays ($trial)',
  async ({ route, more }) => {
    const two = await arrangeOrganization(front);
    const second = await arrangeUser(front, two, 'owner');
    const headers = { 'if-match': '"2"' };
    const remove = (user: string, as: Arranged['owner']) =>
      refused(front, route, { org: two.org, user, ...more }, as, { headers });
    const answers = await Promise.all([remove(second.id, two.owner), remove(two.owner.id, second)]);
    expect(
      answers.filter(({ status }) => status < 300),
      answers.map(outcomeOf).join(),
    ).toHaveLength(1);
    const loser = answers.find(({ status }) => status >= 300);
    // Whoever was removed first asks as nobody, and whoever was made less asks as that.
    expect(['last-owner', 'session-ended', 'not-found', 'role-too-high', 'stale-version']).toContain(
      loser && outcomeOf(loser),
    );

    const survivor = answers[0] && answers[0].status < 300 ? two.owner : second;
    const { body } = await ask(front, 'list-users', { org: two.org }, survivor);
    expect(body.items.filter(({ role }) => role === 'owner')).toHaveLength(1);
  },
);

const mine = (email: string, as: Session) => refused(front, 'change-my-email', { email, password }, as);

/** The links to confirm an address, newest last. */
async function confirmations(email: string): Promise<string[]> {
  await front.settle();
  const mails = await front.mailsTo(email);
  return mails.filter(({ text }) => text.includes('/confirm-email#')).map(tokenIn);
}

const confirm = (token: string) => refused(front, 'confirm-email-change', { token });
const signIn = async (email: string) => outcomeOf(await refused(front, 'sign-in', { email, password }));

test.each(races(20))('two ask for one new address at once: one may confirm it (%i)', async () => {
  const people = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const email = freshEmail('wanted');
  const answers = await Promise.all(people.map(them => mine(email, them)));
  expect(tally(answers)).toEqual({ 202: 2 });
  const [token = '', ...others] = await confirmations(email);
  expect(others).toEqual([]);
  expect((await confirm(token)).status).toBe(200);
  expect(await signIn(email)).toBe('200');
  const still = await Promise.all(people.map(them => signIn(them.email)));
  expect(still.sort()).toEqual(['200', 'wrong-credentials']);
});

test.each(races(20))('one asks for two addresses at once: the later one counts (%i)', async () => {
  const them = await arrangeUser(front, home);
  const emails = [freshEmail('one'), freshEmail('two')];
  const answers = await atOnce(2, i => mine(emails[i] ?? '', them));
  expect(tally(answers)).toEqual({ 202: 2 });
  const { body } = await ask(front, 'get-me', {}, them);
  const wanted = body.person.emailChange?.email ?? '';
  const left = emails.find(email => email !== wanted) ?? '';
  for (const token of await confirmations(left)) expect(outcomeOf(await confirm(token))).toBe('link-unknown');
  const [token = ''] = await confirmations(wanted);
  expect((await confirm(token)).status).toBe(200);
});

/** Somebody who waits to confirm an address, with the link. */
async function arrangeChange() {
  const them = await arrangeUser(front, home);
  const email = freshEmail('wanted');
  await mine(email, them);
  const [token = ''] = await confirmations(email);
  return { them, email, token };
}

test.each(races(20))('a change is confirmed and called off at once: one comes first (%i)', async () => {
  const { them, email, token } = await arrangeChange();
  const [confirmed, cancelled] = await Promise.all([
    confirm(token),
    refused(front, 'cancel-my-email-change', {}, them),
  ]);
  const story = `${outcomeOf(confirmed)}, ${outcomeOf(cancelled)}: ${await signIn(email)}`;
  expect(['200, wrong-status: 200', 'link-unknown, 200: wrong-credentials']).toContain(story);
});

test.each(races(20))('a link is opened twice at once: once it confirms (%i)', async () => {
  const { email, token } = await arrangeChange();
  const answers = await atOnce(2, () => confirm(token));
  const { 200: once, ...others } = tally(answers);
  expect(once).toBe(1);
  expect(['link-unknown', 'changed-meanwhile']).toContain(Object.keys(others)[0]);
  expect(await signIn(email)).toBe('200');
});

test.each(races(20))(
  'an address is confirmed while somebody is invited with it: one has it (%i)',
  async () => {
    const other = await arrangeOrganization(front);
    const { them, email, token } = await arrangeChange();
    const [confirmed, invited] = await Promise.all([
      confirm(token),
      ask(front, 'invite-user', { org: other.org, ...invitee(email) }, other.owner),
    ]);
    expect(invited.status).toBe(201);
    expect(invited.body.id === them.id, 'whoever has confirmed it is who was invited').toBe(
      confirmed.status === 200,
    );
    if (confirmed.status !== 200) expect(outcomeOf(confirmed)).toBe('link-unknown');
  },
);

test.each(races(20))('a password is chosen with an old link while the address changes (%i)', async () => {
  const { them, email, token } = await arrangeChange();
  await ask(front, 'forgot-password', { email: them.email });
  const reset = (await tokensTo(front, them.email)).at(-1) ?? '';
  const chosen = 'eleven blue kites over the harbour';
  const [confirmed, changed] = await Promise.all([
    confirm(token),
    refused(front, 'reset-password', { token: reset, password: chosen }),
  ]);
  const address = confirmed.status === 200 ? email : them.email;
  const works = changed.status === 200 ? chosen : password;
  const answer = await refused(front, 'sign-in', { email: address, password: works });
  expect(outcomeOf(answer), `${outcomeOf(confirmed)}, ${outcomeOf(changed)}`).toBe('200');
});

test.each(races(20))(
  'somebody is restored while their address is invited anew: one has it (%i)',
  async () => {
    const them = await arrangeUser(front, home);
    const about = { org: home.org, user: them.id };
    await ask(front, 'archive-user', about, home.owner);
    const [restored, invited] = await Promise.all([
      refused(front, 'restore-user', about, home.owner),
      refused(front, 'invite-user', { org: home.org, ...invitee(them.email) }, home.owner),
    ]);
    const story = `${outcomeOf(restored)}, ${outcomeOf(invited)}`;
    expect(['200, already-member', 'address-in-use, 201']).toContain(story);
  },
);

test.each(races(20))('two organizations archive somebody at once: the address is free (%i)', async () => {
  const other = await arrangeOrganization(front);
  const them = await arrangeUser(front, home);
  await ask(front, 'invite-user', { org: other.org, ...invitee(them.email) }, other.owner);
  const token = (await tokensTo(front, them.email)).at(-1) ?? '';
  await ask(front, 'accept-invitation', onboarding(token), them);
  const answers = await Promise.all(
    [home, other].map(({ org, owner }) => refused(front, 'archive-user', { org, user: them.id }, owner)),
  );
  expect(tally(answers)).toEqual({ 200: 2 });
  const again = await ask(front, 'invite-user', { org: other.org, ...invitee(them.email) }, other.owner);
  expect(again.body.id).not.toBe(them.id);
});
