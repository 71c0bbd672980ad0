/** What somebody was invited to is judged again when they accept, by those who stand for it then. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
} from '../harness/arrange.ts';
import {
  alsoHeld,
  arrangeBeyond,
  arrangeManager,
  arrangeWithin,
  beyond,
  custom,
  editUser,
  held,
  rightsIn,
} from '../harness/arrange-access.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let within: Awaited<ReturnType<typeof arrangeWithin>>;
let more: Awaited<ReturnType<typeof arrangeBeyond>>;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 500 });
  within = await arrangeWithin(front, home);
  more = await arrangeBeyond(front, home);
});

type Somebody = Session & { id: string };

const admin = () => arrangeUser(front, home, 'admin');
const inHome = (user: string) => ({ org: home.org, user });
const edit = (user: string, wish: object, as: object = home.owner) => editUser(front, home, user, wish, as);

async function invite(by: Session, wish: object) {
  const email = freshEmail('less');
  const { status, body } = await ask(front, 'invite-user', { org: home.org, ...invitee(email, wish) }, by);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { email, about: inHome(body.id) };
}

/** Of the story of an invitation, what is left once it is accepted; and what the trail says was left out. */
async function accepted({ email, about }: Awaited<ReturnType<typeof invite>>) {
  await acceptNewest(front, email);
  const { body } = await ask(front, 'get-user', about, home.owner);
  const told = (await front.trail(home.org)).filter(
    ({ action, target }) => action === 'access.reduced' && target.id === about.user,
  );
  return { ...rightsIn(body), left: told.flatMap(({ changes }) => changes.map(({ field }) => field)) };
}

/** All that an admin gives. */
const everything = () => ({
  access: custom(held, beyond),
  customRoles: [within.role.id, more.role.id],
  groups: [within.group.id, more.group.id, more.library.id],
  projects: [within.project.id],
});
const kept = () => ({ role: 'user', ...everything(), access: [held, beyond], left: [] as string[] });

const losses: [what: string, lose: (them: Somebody) => Promise<unknown>][] = [
  ['is deactivated', them => ask(front, 'deactivate-user', inHome(them.id), home.owner)],
  ['is archived', them => ask(front, 'archive-user', inHome(them.id), home.owner)],
  [
    'is deleted',
    async them => {
      const { headers } = await ask(front, 'get-user', inHome(them.id), home.owner);
      const ifMatch = { headers: { 'if-match': headers.etag ?? '' } };
      return ask(front, 'delete-user', inHome(them.id), home.owner, ifMatch);
    },
  ],
  ['may manage nobody any more', them => edit(them.id, { role: 'user', access: { mode: 'all' } })],
];

test('where the inviter still holds it, all of it is there', async () => {
  expect(await accepted(await invite(await admin(), everything()))).toEqual(kept());
});

test.each(losses)('where the inviter %s, nothing is left but the projects', async (_, lose) => {
  const by = await admin();
  const invited = await invite(by, everything());
  await lose(by);
  expect(await accepted(invited)).toEqual({
    ...{ role: 'user', access: [], customRoles: [], groups: [], projects: [within.project.id] },
    left: ['access', 'customRoles', 'groups'],
  });
  const { org, owner } = home;
  await front.settle();
  const { body } = await ask(front, 'list-group-members', { org, group: more.group.id, limit: 200 }, owner);
  expect(body.items.map(({ id }) => id)).not.toContain(invited.about.user);
});

test('where the inviter holds less by now, that much is left', async () => {
  const by = await admin();
  const invited = await invite(by, everything());
  await edit(by.id, { role: 'manager', access: custom(held, alsoHeld) });
  expect(await accepted(invited)).toEqual({
    ...{ role: 'user', access: [held], customRoles: [within.role.id], groups: [within.group.id] },
    ...{ projects: [within.project.id], left: ['access', 'customRoles', 'groups'] },
  });
});

test('of access to all, what the inviter holds by now is left', async () => {
  const by = await admin();
  const invited = await invite(by, { access: { mode: 'all' } });
  await edit(by.id, { role: 'manager', access: custom(held), groups: [within.group.id] });
  expect(await accepted(invited)).toMatchObject({ access: [held], left: ['access'] });
});

test('a role that the inviter may not give any more becomes user', async () => {
  const by = await admin();
  const invited = await invite(by, { role: 'admin' });
  await edit(by.id, { role: 'manager', access: { mode: 'all' } });
  expect(await accepted(invited)).toMatchObject({ role: 'user', access: 'all', left: ['role'] });
});

test('a group that carries more since then is left out, where the inviter does not hold that', async () => {
  const manager = await arrangeManager(front, home);
  const group = await ask(front, 'create-group', { org: home.org, name: 'Growing' }, home.owner);
  const invited = await invite(manager, { access: custom(held), groups: [group.body.id] });
  const grown = { org: home.org, group: group.body.id, customRoles: [more.role.id] };
  const ifMatch = { headers: { 'if-match': group.headers.etag ?? '' } };
  await ask(front, 'edit-group', grown, home.owner, ifMatch);
  expect(await accepted(invited)).toMatchObject({ groups: [], left: ['groups'] });
});

const vouching: [what: string, act: (user: string, as: Session) => Promise<unknown>][] = [
  ['sends it again', (user, as) => ask(front, 'send-invitation', inHome(user), as)],
  ['changes what is given', (user, as) => edit(user, { access: custom(held, beyond, alsoHeld) }, as)],
];

test.each(vouching)('whoever %s stands for it, too', async (_, act) => {
  const [by, other] = [await admin(), await admin()];
  const invited = await invite(by, everything());
  await act(invited.about.user, other);
  await ask(front, 'deactivate-user', inHome(by.id), home.owner);
  expect((await accepted(invited)).left).toEqual([]);
});

test('whoever sends it again and holds less stands for that alone', async () => {
  const by = await admin();
  const invited = await invite(by, everything());
  await ask(front, 'send-invitation', invited.about, await arrangeManager(front, home));
  await ask(front, 'deactivate-user', inHome(by.id), home.owner);
  expect(await accepted(invited)).toMatchObject({ access: [held], customRoles: [within.role.id] });
});

test('who asks for a new link themselves stands for nothing', async () => {
  const by = await admin();
  const invited = await invite(by, everything());
  await ask(front, 'deactivate-user', inHome(by.id), home.owner);
  await front.settle();
  const [mail] = await front.mailsTo(invited.email);
  const token = /#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  await front.advance(120);
  expect((await ask(front, 'renew-invitation', { token })).status).toBe(202);
  expect(await accepted(invited)).toMatchObject({ access: [], customRoles: [] });
});

test('both are told by mail, the inviter as long as they are active', async () => {
  const by = await admin();
  const subjects = async (email: string) => {
    await front.settle();
    return (await front.mailsTo(email)).map(({ subject }) => subject);
  };
  const one = await invite(by, everything());
  await edit(by.id, { role: 'manager', access: custom(held) });
  await accepted(one);
  expect(await subjects(one.email)).toContainEqual(expect.stringContaining('You have less access'));
  expect(await subjects(by.email)).toEqual([expect.stringContaining('has less access than you gave')]);
  const other = await invite(by, { access: custom(held) });
  await ask(front, 'deactivate-user', inHome(by.id), home.owner);
  await accepted(other);
  expect(await subjects(other.email)).toContainEqual(expect.stringContaining('You have less access'));
  expect(await subjects(by.email)).toHaveLength(1);
});

test('what is as good as an invitation is given by nobody who could not have invited', async () => {
  const manager = await arrangeManager(front, home);
  const rich = await invite(home.owner, { access: { mode: 'all' } });
  const copy = (user: string) => refused(front, 'copy-invitation-link', inHome(user), manager);
  const correct = (user: string) =>
    refused(front, 'send-invitation', { ...inHome(user), email: freshEmail('right') }, manager);
  expect(outcomeOf(await copy(rich.about.user))).toBe('beyond-own-access');
  expect(outcomeOf(await correct(rich.about.user))).toBe('beyond-own-access');
  const plain = await invite(home.owner, { access: custom(held), groups: [within.group.id] });
  expect(outcomeOf(await copy(plain.about.user))).toBe('200');
  const corrected = await correct(plain.about.user);
  expect(outcomeOf(corrected)).toBe('202');
  expect(corrected.body).toMatchObject({ access: custom(held), groups: [{ id: within.group.id }] });
});

test('nobody gives the account of somebody who holds more to another address', async () => {
  const manager = await arrangeManager(front, home);
  const readdress = (user: string) =>
    refused(front, 'change-user-email', { ...inHome(user), email: freshEmail('mine') }, manager);
  expect(outcomeOf(await readdress((await arrangeUser(front, home)).id))).toBe('beyond-own-access');
  const plain = await arrangeUser(front, home, 'user', { access: custom(held) });
  expect(outcomeOf(await readdress(plain.id))).toBe('202');
});

test('nobody belongs to more than 45 organizations', async () => {
  const them = await arrangeUser(front, home);
  const invited = await arrangeOrganization(front);
  await ask(front, 'invite-user', { org: invited.org, ...invitee(them.email) }, invited.owner);
  const { directory, ids } = front.world;
  const [person] = await directory.get({ type: 'person', id: them.id });
  if (!person) throw new Error('Nobody was arranged');
  const belongTo = async (count: number) => {
    const [before = person] = await directory.get({ type: 'person', id: them.id });
    const others = Object.fromEntries(Array.from({ length: count - 1 }, () => [ids.make('org'), 'inactive']));
    const memberships = { ...person.memberships, [invited.org]: 'invited', ...others } as const;
    const after = { ...before, version: before.version + 1, memberships } as typeof before;
    await directory.commit({ changes: [{ do: 'update', before, after }], events: [] });
  };
  await front.settle();
  const token = /#([\w-]{43})/.exec((await front.mailsTo(them.email)).at(-1)?.text ?? '')?.[1];
  const accept = async () => outcomeOf(await refused(front, 'accept-invitation', { token }, them));
  await belongTo(45);
  expect(await accept()).toBe('too-many-organizations');
  await belongTo(44);
  expect(await accept()).toBe('200');
});
