/** Organizations as those see and found them who look after several: the operator, and partners. */
import { beforeAll, expect, test } from 'vitest';
import type { LookedAfterView } from '../../shared/contract/looked-after.ts';
import {
  type Arranged,
  acceptNewest,
  arrangeInvitee,
  arrangeOrganization,
  arrangeUser,
  freshEmail,
} from '../harness/arrange.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangePartner, lookAfter } from '../harness/arrange-partner.ts';
import { ask, type Front, outcomeOf, refused, type Session } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let operator: Session;
let partner: Arranged;
/** What the names of this file's organizations begin with. */
const own = `Ärmel ${process.pid}.${Date.now().toString(36)}`;

beforeAll(async () => {
  front = await openFront({ finding: true });
  operator = await arrangeOperator(front);
  partner = await arrangePartner(front);
});

const asPartner = () => ({ partner: partner.org });
const newOwner = () => ({ firstName: 'Olga', lastName: 'Founder', email: freshEmail('founder') });
const wish = (more = {}) => ({ name: `${own} Bakery`, plan: 'team', seats: 3, owner: newOwner(), ...more });
const create = (input: object, as = operator, headers = {}) =>
  refused(front, 'create-organization', { ...input }, as, { headers });
const created = async (input: object, as = operator) => {
  const answer = await create(input, as);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body as unknown as LookedAfterView;
};

/** Every organization of a list, over all pages. */
async function listed(input: object, as: Session): Promise<LookedAfterView[]> {
  const items: LookedAfterView[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await ask(front, 'list-organizations', { ...input, cursor }, as);
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return items;
}

test('the operator founds an organization; its owner is invited at once, and comes in', async () => {
  const input = wish({ lookedAfterBy: partner.org, needsApproval: true });
  const organization = await created(input);
  expect(organization).toMatchObject({
    kind: 'customer',
    plan: 'team',
    seats: { used: 1, total: 3 },
    invited: 1,
    active: 0,
    partner: { id: partner.org },
    needsApproval: true,
  });
  const owner = await acceptNewest(front, input.owner.email);
  const { body } = await ask(front, 'get-me', {}, owner);
  expect(body.organizations).toMatchObject([{ id: organization.id, role: 'owner' }]);
  expect(await front.trail(organization.id)).toMatchObject([
    { action: 'organization.created', actor: { kind: 'operator' } },
    { action: 'user.invited', actor: { kind: 'operator' } },
    { action: 'invitation.accepted' },
    { action: 'person.signed-in' },
  ]);
  const [shown] = (await listed({ q: `${own} bakery` }, operator)).filter(({ id }) => id === organization.id);
  expect(shown).toEqual({ ...organization, invited: 0, active: 1 });
});

test('a partner founds customers, and looks after them itself', async () => {
  const organization = await created(wish({ ...asPartner(), needsApproval: true }), partner.owner);
  expect(organization).toMatchObject({ partner: { id: partner.org }, needsApproval: true });
  const inIt = await refused(front, 'list-users', { org: organization.id }, partner.owner);
  expect(inIt.status).toBe(200);
  expect((await listed(asPartner(), partner.owner)).map(({ id }) => id)).toContain(organization.id);
});

test('staff below an owner found, too: nobody in particular stands for what the owner is to hold', async () => {
  const admin = await arrangeOperator(front, 'admin');
  const manager = await arrangeUser(front, partner, 'manager');
  for (const [as, more] of [
    [admin, {}],
    [manager, asPartner()],
  ] as const) {
    const input = wish(more);
    const organization = await created(input, as);
    const owner = await acceptNewest(front, input.owner.email);
    const { body } = await ask(front, 'get-me', {}, owner);
    expect(body.organizations).toMatchObject([{ id: organization.id, role: 'owner' }]);
  }
});

test('who looks after it must be a partner, and approval needs one', async () => {
  const customer = await arrangeOrganization(front);
  const other = await arrangePartner(front);
  const errors = async (more: object, as = operator) =>
    (await create(wish(more), as)).body.errors?.map(({ pointer, code }) => [pointer, code]);
  const unknown = [['/lookedAfterBy', 'unknown-partner']];
  expect(await errors({ lookedAfterBy: customer.org })).toEqual(unknown);
  expect(await errors({ lookedAfterBy: front.world.ids.make('org') })).toEqual(unknown);
  expect(await errors({ ...asPartner(), lookedAfterBy: other.org }, partner.owner)).toEqual(unknown);
  expect(await errors({ kind: 'partner', lookedAfterBy: partner.org })).toEqual([
    ['/lookedAfterBy', 'not-for-partners'],
  ]);
  expect(await errors({ needsApproval: true })).toEqual([['/needsApproval', 'needs-partner']]);
  const founding = await create(wish({ ...asPartner(), kind: 'partner' }), partner.owner);
  expect(outcomeOf(founding)).toBe('not-allowed');
});

test('a partner that the operator founds founds customers', async () => {
  const input = wish({ kind: 'partner', name: `${own} Partners` });
  const { id } = await created(input);
  const owner = await acceptNewest(front, input.owner.email);
  const customer = await created(wish({ partner: id }), owner);
  expect(customer.partner).toEqual({ id, name: `${own} Partners` });
});

test('under one key an organization is founded once', async () => {
  const headers = { 'idempotency-key': `founding-${Date.now()}` };
  const input = wish({ name: `${own} Once` });
  const [one, again] = [await create(input, operator, headers), await create(input, operator, headers)];
  expect(again.body).toEqual(one.body);
  expect(await listed({ q: `${own} Once` }, operator)).toHaveLength(1);
});

test('somebody with an account elsewhere owns another organization with what they sign in with', async () => {
  const { owner } = await arrangeOrganization(front);
  const organization = await created(wish({ owner: { ...newOwner(), email: owner.email } }));
  await front.settle();
  const mail = (await front.mailsTo(owner.email)).at(-1)?.text ?? '';
  const token = /accept#([\w-]{43})/.exec(mail)?.[1] ?? '';
  await ask(front, 'accept-invitation', { token }, owner);
  const { body } = await ask(front, 'get-me', {}, owner);
  expect(body.organizations.map(({ id, role }) => [id, role])).toContainEqual([organization.id, 'owner']);
});

test('the list is sorted by name, searched by its beginning, and skips none over its pages', async () => {
  const names = ['delta', 'Alpha', 'Échelle', 'charlie', 'Bravo'].map(name => `${own} sort ${name}`);
  for (const name of names) await created(wish({ name }));
  const found = await listed({ q: `  ${own.toUpperCase()} SORT `, limit: 2 }, operator);
  expect(found.map(({ name }) => name.replace(`${own} sort `, ''))).toEqual([
    'Alpha',
    'Bravo',
    'charlie',
    'delta',
    'Échelle',
  ]);
  expect(await listed({ q: `${own} sort`, ...asPartner() }, partner.owner)).toEqual([]);
});

test('who does not look after organizations sees no list: others’ partners are as ones that do not exist', async () => {
  const customer = await arrangeOrganization(front);
  const other = await arrangePartner(front);
  const plain = await arrangeUser(front, partner, 'user');
  for (const route of ['list-organizations', 'list-all-users', 'create-organization'] as const) {
    const input = route === 'create-organization' ? wish() : {};
    const asked = async (as: Session, more = {}) =>
      outcomeOf(await refused(front, route, { ...input, ...more }, as));
    expect(await asked(customer.owner)).toBe('not-allowed');
    expect(await asked(customer.owner, { partner: customer.org })).toBe('not-found');
    expect(await asked(other.owner, asPartner())).toBe('not-found');
    expect(await asked(plain, asPartner())).toBe('not-found');
    expect(await asked(customer.owner, { partner: front.world.ids.make('org') })).toBe('not-found');
  }
  const manager = await arrangeOperator(front, 'manager');
  expect((await ask(front, 'list-organizations', {}, manager)).status).toBe(200);
  expect(outcomeOf(await create(wish(), manager))).toBe('not-allowed');
});

/** Everybody in a list over organizations, page by page. */
async function everybody(input: object, as: Session): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { body } = await ask(front, 'list-all-users', { ...input, cursor }, as);
    pages.push(body.items.map(({ organization, user }) => `${organization.name}: ${user.firstName}`));
    cursor = body.nextCursor;
  } while (cursor);
  return pages;
}

test('a partner sees all users of its organizations, by organization and name, and nobody else', async () => {
  const carer = await arrangePartner(front);
  const [second, first] = [
    await arrangeOrganization(front, { name: 'Second' }),
    await arrangeOrganization(front, { name: 'First' }),
  ];
  for (const { org } of [first, second]) await lookAfter(front, org, carer.org, { approves: false });
  for (const firstName of ['Zoe', 'Bob']) await arrangeInvitee(front, first, { firstName });
  await arrangeInvitee(front, second, { firstName: 'Carl' });
  const away = await arrangeInvitee(front, second, { firstName: 'Gone' });
  await ask(front, 'archive-user', away.about, second.owner);

  const asked = { partner: carer.org };
  const all = ['First: Bob', 'First: Ada', 'First: Zoe', 'Second: Ada', 'Second: Carl'].sort();
  expect(await everybody(asked, carer.owner)).toEqual([all]);
  for (const limit of [1, 2, 3]) {
    const pages = await everybody({ ...asked, limit }, carer.owner);
    expect(pages.flat(), `by ${limit}`).toEqual(all);
  }
  const turned = [...all.filter(each => each.startsWith('S')), ...all.filter(each => each.startsWith('F'))];
  for (const limit of [1, 2, 50]) {
    const pages = await everybody({ ...asked, limit, sort: '-organization' }, carer.owner);
    expect(pages.flat(), `backwards by ${limit}`).toEqual(turned);
  }
  const one = { ...asked, organization: second.org, limit: 1 };
  expect((await everybody(one, carer.owner)).flat()).toEqual(all.slice(3));
  expect((await everybody({ organization: second.org }, operator)).flat()).toEqual(all.slice(3));
});

test('of one organization users are found by words and status; of all they are not', async () => {
  const there = await arrangeOrganization(front, { name: 'Searched' });
  for (const firstName of ['Mária', 'Mark']) await arrangeInvitee(front, there, { firstName });
  const away = await arrangeInvitee(front, there, { firstName: 'Marius' });
  await ask(front, 'archive-user', away.about, there.owner);
  await front.settle();
  const named = async (question: object) =>
    (await everybody({ organization: there.org, ...question }, operator))
      .flat()
      .map(shown => shown.replace('Searched: ', ''));
  expect(await named({ q: 'mar' })).toEqual(['Mária', 'Mark']);
  expect(await named({ q: 'MARI', limit: 1 })).toEqual(['Mária']);
  expect(await named({ q: 'mar', status: 'archived' })).toEqual(['Marius']);
  expect(await named({ status: ['archived', 'active'] })).toEqual(['Ada', 'Marius']);
  expect(await named({ q: 'mar', status: 'active' })).toEqual([]);
  for (const [field, value] of Object.entries({ q: 'mar', status: 'archived' })) {
    const answer = await refused(front, 'list-all-users', { [field]: value }, operator);
    expect(answer.body.errors).toMatchObject([{ pointer: `/${field}` }]);
  }
});

test('an organization that one does not look after is none', async () => {
  const foreign = await arrangeOrganization(front);
  for (const organization of [foreign.org, front.world.ids.make('org')]) {
    const input = { ...asPartner(), organization };
    expect(outcomeOf(await refused(front, 'list-all-users', input, partner.owner))).toBe('not-found');
  }
});

test('of many organizations with few users a page may be short, and is not the last', async () => {
  const carer = await arrangePartner(front);
  const names = Array.from({ length: 23 }, (_, i) => `Shop ${String(i).padStart(2, '0')}`);
  for (const name of names) await created(wish({ name, partner: carer.org }), carer.owner);
  const pages = await everybody({ partner: carer.org }, carer.owner);
  expect(pages.map(({ length }) => length)).toEqual([20, 3]);
  expect(pages.flat()).toEqual(names.map(name => `${name}: Olga`));
});

test('a cursor that nobody sealed is refused', async () => {
  const { body } = await ask(front, 'list-all-users', { limit: 1 }, operator);
  for (const input of [
    { cursor: body.nextCursor, sort: '-organization' },
    { cursor: body.nextCursor, ...asPartner() },
    { cursor: `${body.nextCursor?.slice(0, 16)}${Buffer.from('"x').toString('base64url')}` },
    {
      cursor: `${body.nextCursor?.slice(0, 16)}${Buffer.from(JSON.stringify(['x'.repeat(1100), '', ''])).toString('base64url')}`,
    },
  ]) {
    const as = 'partner' in input ? partner.owner : operator;
    const answer = await refused(front, 'list-all-users', input, as);
    expect(answer.body.errors).toMatchObject([{ pointer: '/cursor', code: 'foreign-cursor' }]);
  }
});
