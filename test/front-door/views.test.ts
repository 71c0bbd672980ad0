/** Saved views: everybody's own, one list under one name, and gone with whoever saved them. */
import { beforeAll, expect, test } from 'vitest';
import {
  type Arranged,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
  invitee,
  tokensTo,
} from '../harness/arrange.ts';
import { freshTitle } from '../harness/arrange-groups.ts';
import { atOnce, races } from '../harness/at-once.ts';
import { type Answer, ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;
let other: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 500 });
  other = await arrangeOrganization(front);
});

const search = 'status=invited&sort=-createdAt';
const manager = () => arrangeUser(front, home, 'manager');

const save = (as: Session, name: string, more: object = {}) =>
  ask(front, 'save-view', { org: home.org, name, search, ...more }, as);
const forget = (as: Session, name: string) => ask(front, 'delete-view', { org: home.org, name }, as);

async function namesOf(as: Session, org = home.org): Promise<string[]> {
  const { items } = (await ask(front, 'list-views', { org }, as)).body;
  return items.map(({ name }) => name);
}

/** Whether anything that is stored has it. */
const isStored = async (text: string) => JSON.stringify(await front.stored()).includes(text);

test('views are saved, listed by name and forgotten', async () => {
  const as = await manager();
  expect((await ask(front, 'list-views', { org: home.org }, as)).body).toEqual({ items: [] });
  for (const name of ['zebra', 'Élan / Berlin', '..', 'emil']) await save(as, name);
  const { body } = await save(as, 'everybody', { search: '' });
  expect(body.items.map(({ name }) => name)).toEqual(['..', 'Élan / Berlin', 'emil', 'everybody', 'zebra']);
  expect(body.items.map(view => view.search)).toEqual([search, search, search, '', search]);
  expect((await ask(front, 'list-views', { org: home.org }, as)).body).toEqual(body);
  for (const name of ['Élan / Berlin', '..', 'EMIL']) expect((await forget(as, name)).status).toBe(204);
  expect(await namesOf(as)).toEqual(['everybody', 'zebra']);
});

test('a name stands for one view, whatever its case; forgetting what is not there does no harm', async () => {
  const as = await manager();
  await save(as, 'Waiting');
  const { body } = await save(as, ' waiting ', { search: 'q=ann' });
  expect(body).toEqual({ items: [{ name: 'waiting', search: 'q=ann' }] });
  for (const name of ['WAITING', 'WAITING', 'never there']) expect((await forget(as, name)).status).toBe(204);
  expect(await namesOf(as)).toEqual([]);
});

test('there are fifty at most; one of them can still become another', async () => {
  const as = await manager();
  for (let i = 1; i <= 50; i++) await save(as, `View ${i}`);
  const answer = await refused(front, 'save-view', { org: home.org, name: 'One more', search }, as);
  expect(outcomeOf(answer)).toBe('limit-reached');
  expect(answer.body.detail).toMatch(/50 views/);
  expect((await save(as, 'VIEW 7', { search: 'role=owner' })).status).toBe(200);
  await forget(as, 'View 8');
  expect((await save(as, 'One more')).status).toBe(200);
  expect(await namesOf(as)).toHaveLength(50);
});

test.each(['q=a b', 'q=<script>', '?q=a', 'q=a#b', 'q="a"', 'q=ä', 'x'.repeat(2001)])(
  'what no address has for its query is refused: %s',
  async odd => {
    const answer = await refused(front, 'save-view', { org: home.org, name: 'Odd', search: odd }, home.owner);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/search' })]);
  },
);

test('views are of one person and one organization, and stand in no trail', async () => {
  const [one, another] = [await manager(), await manager()];
  const trail = await front.trail(home.org);
  await save(one, 'Mine');
  await ask(front, 'save-view', { org: other.org, name: 'There', search }, other.owner);
  expect([await namesOf(one), await namesOf(another), await namesOf(other.owner, other.org)]).toEqual([
    ['Mine'],
    [],
    ['There'],
  ]);
  await forget(another, 'Mine');
  expect(await namesOf(one)).toEqual(['Mine']);
  expect(await front.trail(home.org)).toEqual(trail);
});

test('an organization of others is as one that does not exist', async () => {
  const as = await manager();
  const bytesOf = ({ status, body }: Answer) =>
    JSON.stringify([status, body]).replace(/"requestId":"[^"]*"/, '');
  for (const [route, more] of [
    ['list-views', {}],
    ['save-view', { name: 'Theirs', search }],
    ['delete-view', { name: 'Theirs' }],
  ] as const) {
    const missing = await refused(front, route, { org: front.world.ids.make('org'), ...more }, as);
    expect(outcomeOf(missing)).toBe('not-found');
    expect(bytesOf(await refused(front, route, { org: other.org, ...more }, as))).toBe(bytesOf(missing));
  }
});

/** Somebody in both organizations, with a view of each. */
async function inBoth() {
  const email = freshEmail('both');
  const wish = invitee(email, { role: 'manager' });
  const { id } = (await ask(front, 'invite-user', { org: other.org, ...wish }, other.owner)).body;
  const as = await acceptNewest(front, email);
  await ask(front, 'invite-user', { org: home.org, ...wish }, home.owner);
  const token = (await tokensTo(front, email)).at(-1);
  await ask(front, 'accept-invitation', { token }, as);
  const [here, there] = [freshTitle('here'), freshTitle('there')];
  await save(as, here);
  await ask(front, 'save-view', { org: other.org, name: there, search }, as);
  return { id, as, here, there };
}

async function remove(id: string, { org, owner }: Arranged): Promise<void> {
  const { etag = '' } = (await ask(front, 'get-user', { org, user: id }, owner)).headers;
  const headers = { 'if-match': etag };
  expect((await ask(front, 'delete-user', { org, user: id }, owner, { headers })).status).toBe(204);
}

test('whoever leaves an organization leaves their views of it behind, and of no other', async () => {
  const { id, as, here, there } = await inBoth();
  await remove(id, home);
  const { org } = home;
  expect(outcomeOf(await refused(front, 'list-views', { org }, as))).toBe('not-found'); // at once
  await front.settle();
  expect(await isStored(here)).toBe(false);
  expect(await namesOf(as, other.org)).toEqual([there]);
  await remove(id, other);
  await front.settle();
  expect(await isStored(there)).toBe(false);
});

test.each(races(10))('what several windows save at once is all there (%i)', async () => {
  const as = await manager();
  const answers = await atOnce(4, i => save(as, `View ${i}`));
  const done = answers.filter(({ status }) => status === 200).length;
  for (const answer of answers) expect(['200', 'changed-meanwhile']).toContain(outcomeOf(answer));
  expect(await namesOf(as)).toHaveLength(done);
  expect(done).toBeGreaterThan(0);
});

test.each(races(10))('of somebody who is deleted while they save, nothing stays (%i)', async () => {
  const [as, name] = [await manager(), freshTitle('late')];
  await Promise.all([save(as, name), remove(as.id, home)]);
  await front.settle();
  expect(await isStored(name)).toBe(false);
});
