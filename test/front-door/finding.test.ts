/** Finding users: every combination of words, filters and orders, against a plain reading of everybody. */
import fc from 'fast-check';
import { beforeAll, expect, inject, test } from 'vitest';
import type { UserView } from '../../shared/contract/users.ts';
import { type Arranged, acceptNewest, arrangeOrganization, freshEmail } from '../harness/arrange.ts';
import { enrolApp } from '../harness/arrange-factors.ts';
import { arrangeGroup, arrangeProject, arrangeRole } from '../harness/arrange-groups.ts';
import { ask, type Front, outcomeOf, requestFor } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let everybody: UserView[];
let groups: string[];
let projects: string[];
let customRoles: string[];

const people = [
  ['Anna', 'Müller'],
  ['ANNABEL', 'Annas'],
  ['Jean-Luc', 'Ångström'],
  ['Øyvind', "O'Neill"],
  ['李', '小龙'],
  ['مريم', 'العلي'],
  ['Maria del Carmen', 'Weiß'],
  ['Bob', 'Bobson'],
] as const;

beforeAll(async () => {
  front = await openFront({ finding: true });
  home = await arrangeOrganization(front, { seats: 500 });
  groups = [(await arrangeGroup(front, home)).id, (await arrangeGroup(front, home)).id];
  projects = [(await arrangeProject(front, home)).id];
  customRoles = [(await arrangeRole(front, home)).id];
  for (const [i, [firstName, lastName]] of [...people, ...people, ...people].entries())
    await arrange(i, firstName, lastName);
  await front.settle();
  everybody = (await found({ status: ['invited', 'active', 'inactive', 'archived'] })).users;
});

/** Each differs from the next in everything that can be asked for. */
async function arrange(i: number, firstName: string, lastName: string): Promise<void> {
  const bounces = i % 5 === 3;
  const email = bounces
    ? `bounce+${freshEmail('x')}`.replace(/@.*/, '@simulator.amazonses.com')
    : freshEmail(`find-${i % 3}`);
  const wish = {
    ...{ firstName, lastName, email, access: { mode: 'all' } },
    role: ['user', 'manager', 'user', 'admin', 'user'][i % 5],
    ...(i % 3 === 0 && { username: `name-${i}` }),
    groups: groups.filter((_, g) => (i + g) % 3 === 0),
    projects: i % 5 === 0 ? projects : [],
    customRoles: i % 4 === 0 ? customRoles : [],
    sendInvitation: i % 2 === 1 || i % 3 === 0,
  };
  const { body } = await ask(front, 'invite-user', { org: home.org, ...wish }, home.owner);
  const about = { org: home.org, user: body.id };
  if (i % 3 === 0 && !bounces) {
    const session = await acceptNewest(front, email);
    if (i % 6 === 0) await enrolApp(front, session);
    await front.advance(60);
  }
  if (i % 4 === 1) await ask(front, 'revoke-invitation', about, home.owner);
  if (i % 7 === 6) await ask(front, 'deactivate-user', about, home.owner);
}

/** All pages of a question. */
async function found(question: object, limit = 200): Promise<{ users: UserView[]; pages: number }> {
  const users: UserView[] = [];
  let pages = 0;
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const input = { org: home.org, ...question, limit, ...(cursor && { cursor }) };
    const { status, body } = await ask(front, 'list-users', input, home.owner);
    expect(status).toBe(200);
    users.push(...body.items);
    cursor = body.nextCursor;
    pages += 1;
    expect(pages).toBeLessThan(200);
  }
  return { users, pages };
}

/** What the list is asked for, and what it comes to when everybody is read. */
type Question = Partial<Record<string, string | string[]>> & { q?: string; sort?: string };

const bare = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o');

function fits(user: UserView, question: Question): boolean {
  const wanted = (name: string) => [question[name] ?? []].flat();
  const oneOf = (name: string, ...has: (string | undefined)[]) =>
    question[name] === undefined || has.some(each => wanted(name).includes(each ?? ''));
  const { lastActiveAt = '' } = user;
  return (
    oneOf('status', user.status) &&
    oneOf('role', user.role) &&
    oneOf('type', user.home ? 'own' : 'guest') &&
    oneOf('group', ...user.groups.map(({ id }) => id)) &&
    oneOf('project', ...user.projects.map(({ id }) => id)) &&
    oneOf('customRole', ...user.customRoles.map(({ id }) => id)) &&
    oneOf('mfa', user.mfa.enrolled.length > 0 ? 'enrolled' : 'none') &&
    oneOf('delivery', user.invitation?.delivery) &&
    oneOf('invitation', user.status === 'invited' ? held(user) : 'neither') &&
    oneOf('approved', String(user.approved)) &&
    (!question.activeFrom || lastActiveAt >= question.activeFrom) &&
    (!question.activeBefore || (lastActiveAt !== '' && lastActiveAt < question.activeBefore)) &&
    bare(question.q ?? '')
      .split(' ')
      .every(word => wordsOf(user).some(known => known.startsWith(word)))
  );
}

const held = ({ invitation }: UserView) => (invitation?.state === 'pending' ? 'open' : 'none');

function wordsOf({ firstName, lastName, username = '', email }: UserView): string[] {
  const [local = '', domain = ''] = email.split('@');
  const names = `${firstName} ${lastName}`.split(' ');
  return [...names, email, ...local.split(/[.+-]/), domain, username, ...username.split('-')].map(bare);
}

const ranks = ['owner', 'admin', 'manager', 'user'];
const orders: Record<string, (user: UserView) => string> = {
  name: ({ firstName, lastName }) => bare(`${firstName} ${lastName}`),
  username: ({ username = '' }) => username,
  email: ({ email }) => email,
  role: ({ role }) => String(ranks.indexOf(role)),
  createdAt: ({ createdAt }) => createdAt,
  lastActiveAt: ({ lastActiveAt = '' }) => lastActiveAt,
};

function expected({ sort = 'name', ...question }: Question): string[] {
  const of = orders[sort.replace('-', '')] ?? (() => '');
  const sorted = everybody
    .filter(user => fits(user, { status: ['active'], ...question }))
    .map(user => ({ id: user.id, at: `${of(user)}#${user.id}` }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ id }) => id);
  return sort.startsWith('-') ? sorted.reverse() : sorted;
}

const idsOf = (users: UserView[]) => users.map(({ id }) => id);

/** Questions of every kind; each value is one that somebody has, or nobody. */
function questions(): fc.Arbitrary<Question> {
  const some = (...values: string[]) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
  const moments = everybody.flatMap(({ lastActiveAt }) => lastActiveAt ?? []);
  const statuses = ['invited', 'active', 'inactive', 'archived'];
  const facts = {
    q: fc.constantFrom(
      'a',
      'ann',
      'ANN mull',
      'müller',
      'oy',
      'o',
      '李',
      'مر',
      'find-1',
      'name',
      'nobody',
      'weiss',
      'jean',
    ),
    status: some(...statuses),
    role: some(...ranks),
    type: some('own', 'guest'),
    group: some(...groups, `grp_${'0'.repeat(26)}`),
    project: some(...projects),
    customRole: some(...customRoles),
    mfa: some('enrolled', 'none'),
    delivery: some('queued', 'sent', 'delivered', 'bounced', 'complained'),
    invitation: some('open', 'none'),
    approved: fc.constantFrom('true', 'false'),
    activeFrom: fc.constantFrom(...moments),
    activeBefore: fc.constantFrom(...moments),
  };
  const sort = fc.constantFrom(...Object.keys(orders).flatMap(name => [name, `-${name}`]));
  const few = fc.subarray(Object.keys(facts) as (keyof typeof facts)[], { maxLength: 3 });
  return fc.tuple(few, fc.record(facts), sort, fc.boolean()).map(([names, values, order, isWide]) => ({
    ...(isWide && { status: statuses }),
    ...Object.fromEntries(names.map(name => [name, values[name]])),
    sort: order,
  }));
}

test('whatever is asked, those who fit are answered, in the order that was asked for, page by page', async () => {
  const limits = fc.constantFrom(1, 3, 7, 200);
  await fc.assert(
    fc.asyncProperty(questions(), limits, async (question, limit) => {
      const { users } = await found(question, limit);
      expect(idsOf(users)).toEqual(expected(question));
    }),
    { numRuns: inject('cloud') ? 150 : 300, seed: 20261122 },
  );
});

test('a list is found by the beginnings of words, whatever their case and marks', async () => {
  const wide = { status: ['invited', 'active', 'inactive'] };
  const names = async (q: string) => {
    const { users } = await found({ ...wide, q });
    return [...new Set(users.map(({ firstName }) => firstName))].sort();
  };
  expect(await names('ann')).toEqual(['ANNABEL', 'Anna']);
  expect(await names('ann mull')).toEqual(['Anna']);
  expect(await names('angstrom jean')).toEqual(['Jean-Luc']);
  expect(await names('oyvind')).toEqual(['Øyvind']);
  expect(await names('del')).toEqual(['Maria del Carmen']);
  expect(await names('luc')).toEqual(['Jean-Luc']);
  expect(await names('neill oyv')).toEqual(['Øyvind']);
  expect(await names('xyz')).toEqual([]);
});

test('what changes is found by what it has become, and no more by what it was', async () => {
  const { users } = await found({ q: 'bobson', status: ['invited', 'active'] });
  const [bob] = users;
  const about = { org: home.org, user: bob?.id };
  const headers = { 'if-match': `"${bob?.version}"` };
  await ask(front, 'edit-user', { ...about, lastName: 'Robertson' }, home.owner, { headers });
  await front.settle();
  const idsFor = async (q: string) =>
    idsOf((await found({ q, status: ['invited', 'active', 'archived'] })).users);
  expect(await idsFor('bobson')).toEqual(idsOf(users.slice(1)));
  expect(await idsFor('robertson')).toEqual([bob?.id]);

  await ask(front, 'archive-user', about, home.owner);
  await front.settle();
  expect(await idsFor('robertson')).toEqual([bob?.id]);
  expect((await found({ q: 'robertson', status: ['invited', 'active'] })).users).toEqual([]);
});

test('somebody who was deleted leaves nothing that they could be found by', async () => {
  const email = freshEmail('vanishing');
  const wish = { firstName: 'Vera', lastName: 'Vanishing', email, role: 'user', access: { mode: 'all' } };
  const { body } = await ask(front, 'invite-user', { org: home.org, ...wish }, home.owner);
  await front.settle();
  const isStored = async () =>
    /vanishing/i.test(JSON.stringify([await front.stored(), await front.userRows(home.org)]));
  expect(await isStored()).toBe(true);
  const headers = { 'if-match': `"${body.version}"` };
  await ask(front, 'delete-user', { org: home.org, user: body.id }, home.owner, { headers });
  await front.settle();
  expect(await isStored()).toBe(false);
});

test('a cursor belongs to its question', async () => {
  const question = { org: home.org, status: ['invited'], limit: 1 };
  const { nextCursor: cursor } = (await ask(front, 'list-users', question, home.owner)).body;
  for (const other of [
    { q: 'a' },
    { sort: 'email' },
    { role: 'user' },
    { activeFrom: '2026-01-01T00:00:00.000Z' },
  ]) {
    const answer = await front.send({
      ...requestFor('list-users', { ...question, ...other, cursor }, home.owner),
    });
    expect(outcomeOf(answer)).toBe('validation-failed');
  }
});
