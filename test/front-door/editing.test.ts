/** Users are edited under versions: names, username, role, and what is asked of them. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  onboarding,
  tokensTo,
} from '../harness/arrange.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
});

const read = (user: string, { org, owner } = home) => ask(front, 'get-user', { org, user }, owner);

/** An edit under the version that is there. */
async function edit(user: string, wish: object, as: Session = home.owner) {
  const { etag = '' } = (await read(user)).headers;
  return ask(front, 'edit-user', { org: home.org, user, ...wish }, as, { headers: { 'if-match': etag } });
}

const editsOf = async (user: string) =>
  (await front.trail(home.org)).filter(
    ({ action, target }) => action === 'user.edited' && target.id === user,
  );

test('what is named changes, the rest stays, and the trail tells it without names', async () => {
  const { id, email } = await arrangeUser(front, home);
  const { body, headers } = await edit(id, { firstName: 'Una', role: 'manager' });
  expect(body).toMatchObject({ firstName: 'Una', lastName: 'Byron', displayName: 'Una Byron', email });
  expect(body.role).toBe('manager');
  expect(headers.etag).toBe(`"${body.version}"`);
  expect((await read(id)).body).toEqual(body);
  const [told] = await editsOf(id);
  expect(told?.actor).toEqual({ kind: 'member', id: home.owner.id });
  expect(JSON.stringify(told)).not.toContain('Una');
});

test('an edit that changes nothing is no edit', async () => {
  const { id } = await arrangeUser(front, home);
  const before = (await read(id)).body;
  expect((await edit(id, { firstName: before.firstName, role: before.role })).body).toEqual(before);
  expect((await edit(id, {})).body).toEqual(before);
  expect(await editsOf(id)).toEqual([]);
});

test('whoever read an older version is told so, and nothing is overwritten', async () => {
  const { id } = await arrangeUser(front, home);
  const { etag = '' } = (await read(id)).headers;
  await edit(id, { lastName: 'First' });
  const late = { org: home.org, user: id, lastName: 'Second' };
  const headers = { 'if-match': etag };
  expect(outcomeOf(await refused(front, 'edit-user', late, home.owner, { headers }))).toBe('stale-version');
  expect(outcomeOf(await refused(front, 'edit-user', late, home.owner))).toBe('precondition-required');
  expect((await read(id)).body.lastName).toBe('First');
});

test.each(races(20))(
  'two edit at once from one version: one is told that the other was first (%i)',
  async () => {
    const { about } = await arrangeInvitee(front, home);
    const answers = await atOnce(2, i =>
      ask(front, 'edit-user', { ...about, lastName: `Editor ${i}` }, home.owner, {
        headers: { 'if-match': '"1"' },
      }),
    );
    expect(tally(answers)).toEqual({ 200: 1, 'stale-version': 1 });
    const { body } = await read(about.user);
    expect(body).toMatchObject({
      version: 2,
      lastName: `Editor ${answers.findIndex(({ status }) => status === 200)}`,
    });
  },
);

const freshName = () => freshEmail('name').split('@')[0]?.replaceAll('.', '-') ?? '';

test('a username is taken, given up, and free for others then', async () => {
  const [one, two] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const username = freshName();
  expect((await edit(one.id, { username: username.toUpperCase() })).body.username).toBe(username);
  expect(outcomeOf(await edit(two.id, { username }))).toBe('username-taken');
  expect((await edit(one.id, { username })).status).toBe(200);
  expect((await edit(one.id, { username: null })).body).not.toHaveProperty('username');
  expect((await edit(two.id, { username })).body.username).toBe(username);
  for (const bad of ['a b', 'ä', '-a', 'a-', 'a_b', '', 'x'.repeat(65)])
    expect(outcomeOf(await edit(one.id, { username: bad })), bad).toBe('validation-failed');
});

test('the same username may be had in another organization', async () => {
  const other = await arrangeOrganization(front);
  const username = freshName();
  await arrangeInvitee(front, home, { username });
  const { about } = await arrangeInvitee(front, other, { username });
  expect((await read(about.user, other)).body.username).toBe(username);
});

test.each(races(20))('two take one username at once: one has it (%i)', async () => {
  const invitees = await atOnce(2, () => arrangeInvitee(front, home));
  const username = freshName();
  const answers = await atOnce(2, i =>
    ask(front, 'edit-user', { ...invitees[i]?.about, username }, home.owner, {
      headers: { 'if-match': '"1"' },
    }),
  );
  expect(tally(answers)).toEqual({ 200: 1, 'username-taken': 1 });
});

test('the last owner stays one, and nobody changes their own role', async () => {
  const { owner, org } = await arrangeOrganization(front);
  const second = await arrangeUser(front, { org, owner }, 'owner');
  const demote = async (user: string, as: Session) => {
    const { etag = '' } = (await ask(front, 'get-user', { org, user }, as)).headers;
    const wish = { org, user, role: 'admin' };
    return outcomeOf(await refused(front, 'edit-user', wish, as, { headers: { 'if-match': etag } }));
  };
  expect(await demote(owner.id, owner)).toBe('own-account');
  expect(await demote(second.id, owner)).toBe('200');
  expect(await demote(owner.id, second), 'who was demoted acts as what they are now').toBe('role-too-high');
  const me = await ask(front, 'get-me', {}, second);
  expect(me.body.organizations[0]?.role).toBe('admin');
});

test('who was invited as one thing and made another comes in as the other', async () => {
  const { email, about } = await arrangeInvitee(front, home);
  await edit(about.user, { role: 'manager', firstName: 'Ingo' });
  const session = await acceptNewest(front, email);
  expect((await ask(front, 'get-me', {}, session)).body.organizations[0]?.role).toBe('manager');
});

test('API access needs a plan that has it, and no second factor', async () => {
  const small = await arrangeOrganization(front, { plan: 'starter' });
  const { about } = await arrangeInvitee(front, small);
  const headers = { 'if-match': '"1"' };
  const given = await refused(front, 'edit-user', { ...about, apiAccess: true }, small.owner, { headers });
  expect(outcomeOf(given)).toBe('plan-lacks-api-access');
  const { id } = await arrangeUser(front, home);
  expect((await edit(id, { apiAccess: true })).body.apiAccess).toBe(true);
  expect(outcomeOf(await edit(id, { requireMfa: true }))).toBe('api-access-excludes-mfa');
  expect((await edit(id, { requireMfa: true, apiAccess: false })).body).toMatchObject({
    apiAccess: false,
    mfa: { required: true },
  });
  expect(outcomeOf(await edit(id, { apiAccess: true }))).toBe('api-access-excludes-mfa');
});

test('API access is given at home alone', async () => {
  const other = await arrangeOrganization(front);
  const them = await arrangeUser(front, other);
  const person = {
    firstName: 'E',
    lastName: 'Else',
    email: them.email,
    role: 'user',
    access: { mode: 'all' },
    apiAccess: true,
  };
  const invited = await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
  expect(invited.body, 'nothing is told before they accept').toMatchObject({ apiAccess: true, home: true });
  const token = (await tokensTo(front, them.email)).at(-1) ?? '';
  await ask(front, 'accept-invitation', onboarding(token), them);
  expect((await read(them.id)).body).toMatchObject({ apiAccess: false, home: false });
  expect(outcomeOf(await edit(them.id, { apiAccess: true }))).toBe('not-home');
  expect((await edit(them.id, { displayName: 'Else, E.' })).status).toBe(200);
  expect((await edit(them.id, { requireMfa: true })).body.mfa.required).toBe(true);
});

test('my own profile is edited under its version, and my name follows into every organization', async () => {
  const other = await arrangeOrganization(front);
  const them = await arrangeUser(front, home);
  await ask(
    front,
    'invite-user',
    {
      org: other.org,
      firstName: 'A',
      lastName: 'B',
      email: them.email,
      role: 'user',
      access: { mode: 'all' },
    },
    other.owner,
  );
  const me = await ask(front, 'get-me', {}, them);
  const editMe = (wish: object, etag = me.headers.etag ?? '') =>
    ask(front, 'edit-me', wish, them, { headers: { 'if-match': etag } });
  const edited = await editMe({ lastName: 'Lovelace', title: null, language: 'fr' });
  expect(edited.body.person).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', language: 'fr' });
  expect(edited.body.person).not.toHaveProperty('title');
  expect(edited.headers.etag).not.toBe(me.headers.etag);
  expect((await ask(front, 'get-me', {}, them)).body).toEqual(edited.body);
  expect((await read(them.id)).body).toMatchObject({ lastName: 'Lovelace', displayName: 'Ada Lovelace' });
  expect((await read(them.id, other)).body, 'who was invited is called as they were').toMatchObject({
    firstName: 'A',
    displayName: 'A B',
  });
  expect(outcomeOf(await editMe({ lastName: 'Late' }))).toBe('stale-version');
  const same = await editMe({ lastName: 'Lovelace' }, edited.headers.etag);
  expect(same.body).toEqual(edited.body);
});
