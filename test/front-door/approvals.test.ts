/** A partner lets the users of the organizations that it looks after in. */
import { beforeAll, expect, test } from 'vitest';
import { problems } from '../../shared/contract/problems.ts';
import {
  type Arranged,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  onboarding,
  password,
} from '../harness/arrange.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangeAwaiting, arrangeLookedAfter, arrangePartner } from '../harness/arrange-partner.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let partner: Arranged;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  partner = await arrangePartner(front);
  home = await arrangeLookedAfter(front, partner);
});

const signIn = (email: string) => refused(front, 'sign-in', { email, password });
const approve = (about: object, as: Session = partner.owner) =>
  refused(front, 'approve-user', { ...about }, as);

/** Everybody who waits, over all pages. */
async function waiting(of = partner, limit = 50) {
  const items = [];
  let cursor: string | undefined;
  do {
    const { body } = await ask(front, 'list-approvals', { org: of.org, limit, cursor }, of.owner);
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return items;
}

test('whoever accepts is a user from then on, and is told what is awaited', async () => {
  const { email, about, accepted } = await arrangeAwaiting(front, home);
  expect(accepted.status).toBe(403);
  expect(accepted.body).toMatchObject({
    type: '/problems/awaiting-approval',
    detail: problems['awaiting-approval'].detail,
  });
  expect(accepted.cookies).toEqual([]);
  const { body } = await ask(front, 'get-user', about, home.owner);
  expect(body).toMatchObject({ status: 'active', approved: false, invitation: { state: 'accepted' } });
  expect(outcomeOf(await signIn(email))).toBe('awaiting-approval');
});

test('approved by the partner, they are in', async () => {
  const { email, about } = await arrangeAwaiting(front, home);
  const answer = await ask(front, 'approve-user', about, partner.owner);
  expect(answer.body).toMatchObject({ approved: true, status: 'active' });
  const signedIn = await signIn(email);
  expect(signedIn.status).toBe(200);
  const me = await ask(front, 'get-organization', { org: home.org }, sessionIn(signedIn));
  expect(me.status).toBe(200);
  expect(
    (await front.trail(home.org)).filter(({ action }) => action === 'user.approved').at(-1),
  ).toMatchObject({
    actor: { kind: 'partner', id: partner.owner.id },
    target: { id: about.user },
    changes: [{ field: 'approved', before: false, after: true }],
  });
  await front.settle();
  expect((await front.mailsTo(email)).length).toBeGreaterThan(1);
});

test('approved before they accept, they are in as soon as they do', async () => {
  const { email, about } = await arrangeInvitee(front, home);
  expect((await approve(about)).status).toBe(200);
  await front.settle();
  const token = /accept#([\w-]{43})/.exec((await front.mailsTo(email))[0]?.text ?? '')?.[1] ?? '';
  expect((await refused(front, 'accept-invitation', onboarding(token))).status).toBe(200);
});

test('approved twice: the second is told that nobody waits', async () => {
  const { about } = await arrangeAwaiting(front, home);
  expect((await approve(about)).status).toBe(200);
  expect(outcomeOf(await approve(about))).toBe('wrong-status');
});

test.each(races(10))('approved five times at once: once (%i)', async () => {
  const { about } = await arrangeAwaiting(front, home);
  expect(tally(await atOnce(5, () => approve(about)))).toEqual({ 200: 1, 'wrong-status': 4 });
});

test('the list has exactly who waits, in all organizations that the partner looks after', async () => {
  const own = await arrangePartner(front);
  const other = await arrangePartner(front);
  const [first, second] = [
    await arrangeLookedAfter(front, own, 'First'),
    await arrangeLookedAfter(front, own, 'Second'),
  ];
  const elsewhere = await arrangeLookedAfter(front, other, 'Elsewhere');
  const accepted = await arrangeAwaiting(front, first);
  const invited = await arrangeInvitee(front, second, { firstName: 'Zoe' });
  const approved = await arrangeAwaiting(front, first);
  await approve(approved.about, own.owner);
  const gone = await arrangeAwaiting(front, second);
  await ask(front, 'deactivate-user', gone.about, second.owner);
  await arrangeAwaiting(front, elsewhere);
  await arrangeUser(front, own);
  const items = await waiting(own);
  expect(items.map(({ organization, user }) => [organization.name, user.id, user.approved])).toEqual([
    ['First', accepted.about.user, false],
    ['Second', invited.about.user, false],
  ]);
  expect(await waiting(own, 1)).toEqual(items);
  expect(await waiting(other)).toHaveLength(1);
  expect(await waiting(first)).toEqual([]);
});

test('a cursor of another partner’s list is refused', async () => {
  await arrangeAwaiting(front, home);
  await arrangeAwaiting(front, home);
  const { body } = await ask(front, 'list-approvals', { org: partner.org, limit: 1 }, partner.owner);
  const other = await arrangePartner(front);
  const input = { org: other.org, cursor: body.nextCursor };
  const answer = await refused(front, 'list-approvals', input, other.owner);
  expect(answer.body.errors).toMatchObject([{ pointer: '/cursor', code: 'foreign-cursor' }]);
});

test('an organization does not approve its own: that is what the partner is for', async () => {
  const { about } = await arrangeAwaiting(front, home);
  const admin = await arrangeAwaiting(front, home, { role: 'admin' });
  await approve(admin.about);
  const asAdmin = sessionIn(await signIn(admin.email));
  for (const as of [home.owner, asAdmin]) expect(outcomeOf(await approve(about, as))).toBe('not-allowed');
  expect((await ask(front, 'get-user', about, home.owner)).body.approved).toBe(false);
});

test('an operator may', async () => {
  const operator = await arrangeOperator(front);
  const { email, about } = await arrangeAwaiting(front, home);
  expect((await approve(about, operator)).status).toBe(200);
  expect((await signIn(email)).status).toBe(200);
});

test('another partner finds nobody, nor does staff without a role, nor whoever has left the partner', async () => {
  const { about } = await arrangeAwaiting(front, home);
  const other = await arrangePartner(front);
  const plain = await arrangeUser(front, partner, 'user');
  const leaving = await arrangeUser(front, partner, 'manager');
  expect((await ask(front, 'get-user', about, leaving)).status).toBe(200);
  await ask(front, 'deactivate-user', { org: partner.org, user: leaving.id }, partner.owner);
  expect(outcomeOf(await approve(about, other.owner))).toBe('not-found');
  expect(outcomeOf(await approve(about, plain))).toBe('not-found');
  expect(outcomeOf(await approve(about, leaving))).toBe('session-ended');
  expect(outcomeOf(await refused(front, 'list-approvals', { org: partner.org }, plain))).toBe('not-allowed');
});

test('what is no partner’s business is refused as it is to anybody', async () => {
  const foreign = await arrangeOrganization(front);
  for (const route of ['get-user', 'list-users', 'get-organization'] as const) {
    const about = { org: foreign.org, ...(route === 'get-user' && { user: foreign.owner.id }) };
    expect(outcomeOf(await refused(front, route, about, partner.owner))).toBe('not-found');
  }
});

test('a silently created user waits, too; one who is archived does not', async () => {
  const { about } = await arrangeInvitee(front, home, { sendInvitation: false });
  const waits = async () => (await waiting()).some(({ user }) => user.id === about.user);
  expect(await waits()).toBe(true);
  await ask(front, 'archive-user', about, home.owner);
  expect(await waits()).toBe(false);
});
