/** What the directory lists and erases, in memory and for real. */
import { beforeAll, expect, test } from 'vitest';
import { systemIds as ids } from '../../shared/adapters/system.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { User, Versioned } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import type { World } from '../../shared/ports.ts';
import { aClient, anAnswer, aPerson, aSession, aUser, store } from '../harness/entities.ts';
import { openFront } from '../harness/here.ts';

let directory: World['directory'];
beforeAll(async () => {
  directory = (await openFront()).world.directory;
});

const keep = (...entities: Versioned[]) => store({ directory }, ...entities);
const turn = (before: User, different: Partial<User>) =>
  directory.commit({ changes: [{ do: 'update', before, after: next(before, different) }], events: [] });

test('registered applications are found by their organization, and by their own id', async () => {
  const org = ids.make('org');
  const [first, second] = [aClient(org, 'First'), aClient(org, 'Second')];
  const owner = { type: 'api-client-owner', version: 1, id: first.id, organization: org } as const;
  await keep(first, second, owner, aClient(ids.make('org'), 'Of others'));
  expect(await directory.listApiClients(org)).toEqual([first, second]);
  expect(await directory.get(ref.apiClientOwner(first.id), ref.apiClient(org, second.id))).toEqual([
    owner,
    second,
  ]);
});

test('the sessions of a person are listed, and nobody else’s', async () => {
  const [one, other] = [aPerson(), aPerson()];
  const sessions = [aSession(one, 'a'), aSession(one, 'b')];
  await keep(one, other, ...sessions, aSession(other, 'c'), anAnswer(one, 'd'));
  expect(await directory.listSessions(one.id)).toEqual(sessions);
  expect(await directory.listSessions(ids.make('usr'))).toEqual([]);
});

test('whatever is kept with a person is named, but for the person, and erased by its name', async () => {
  const [one, other] = [aPerson(), aPerson()];
  const sessions = Array.from({ length: 60 }, (_, i) => aSession(one, `session-${i}`));
  const kept = [...sessions, anAnswer(one, 'key')];
  const theirs = aSession(other, 'theirs');
  await keep(one, other, theirs, ...kept);
  const nameOf = (of: Ref) => `${of.type} ${'key' in of ? of.key : 'id' in of && of.id}`;
  const named = await directory.listPersonal(one.id);
  expect(named.map(nameOf).sort()).toEqual(kept.map(nameOf).sort());

  await directory.erase([...named, ...named]);
  await directory.erase(named); // which are gone
  await directory.erase([]);
  expect(await directory.listPersonal(one.id)).toEqual([]);
  expect(await directory.get(one, theirs)).toEqual([one, theirs]);
});

test('everybody with a password is met once on a walk from page to page', async () => {
  const people = Array.from({ length: 230 }, () => aPerson());
  const [leaving, ...staying] = people;
  const without = Array.from({ length: 20 }, () => aPerson({ passwordGeneration: 0 }));
  const everybody = [...people, ...without];
  for (let first = 0; first < everybody.length; first += 100)
    await keep(...everybody.slice(first, first + 100));
  if (leaving) await directory.commit({ changes: [{ do: 'remove', entity: leaving }], events: [] });
  const met = await holders();
  expect(new Set(met).size).toBe(met.length);
  expect(everybody.filter(({ id }) => met.includes(id))).toEqual(staying);
});

test('whoever chooses a password is on that walk from then on', async () => {
  const one = aPerson({ passwordGeneration: 0 });
  await keep(one);
  expect(await holders()).not.toContain(one.id);
  const after = next(one, { passwordGeneration: 1 });
  await directory.commit({ changes: [{ do: 'update', before: one, after }], events: [] });
  expect(await holders()).toContain(one.id);
});

async function holders(): Promise<string[]> {
  const met: string[] = [];
  let after: string | undefined;
  do {
    const { ids: some, next: further } = await directory.listCredentialHolders(after);
    expect(some.length).toBeLessThanOrEqual(100);
    met.push(...some);
    after = further;
  } while (after);
  return met;
}

const awaiting = (approver: OrganizationId, more: Partial<User> = {}) =>
  aUser({ approver, approved: false, ...more });
const namesAwaiting = async (approver: OrganizationId) =>
  (await directory.listAwaiting(approver, { limit: 50 })).users.map(({ firstName }) => firstName);

test('whoever awaits approval is listed over all organizations, by name, whole, a page at a time', async () => {
  const approver = ids.make('org');
  const names = ['Zoë', 'ada', 'Émile', 'Bo', 'Emil'];
  const users = names.map(firstName => awaiting(approver, { firstName }));
  await keep(...users, awaiting(ids.make('org'), { firstName: 'Of another partner' }));
  expect(await namesAwaiting(approver)).toEqual(['ada', 'Bo', 'Emil', 'Émile', 'Zoë']);

  const first = await directory.listAwaiting(approver, { limit: 2 });
  const second = await directory.listAwaiting(approver, { limit: 2, after: first.next });
  const third = await directory.listAwaiting(approver, { limit: 2, after: second.next });
  expect([first, second, third].map(page => page.users.length)).toEqual([2, 2, 1]);
  expect(third).not.toHaveProperty('next');
  const paged = [first, second, third].flatMap(page => page.users);
  expect(paged).toEqual(expect.arrayContaining(users));
});

test('approval is awaited by the invited and the active who have a partner that must approve', async () => {
  const approver = ids.make('org');
  await keep(
    awaiting(approver, { firstName: 'Invited', status: 'invited' }),
    awaiting(approver, { firstName: 'Active' }),
    awaiting(approver, { firstName: 'Inactive', status: 'inactive' }),
    awaiting(approver, { firstName: 'Archived', status: 'archived' }),
    aUser({ firstName: 'Approved', approver }),
    aUser({ firstName: 'Of nobody', approved: false }),
  );
  expect(await namesAwaiting(approver)).toEqual(['Active', 'Invited']);
});

test('whoever is approved, deactivated or deleted awaits nothing more', async () => {
  const approver = ids.make('org');
  const [one, two, three] = [awaiting(approver), awaiting(approver), awaiting(approver)];
  await keep(one, two, three);
  await turn(one, { approved: true });
  await turn(two, { status: 'inactive' });
  await directory.commit({ changes: [{ do: 'remove', entity: three }], events: [] });
  expect(await namesAwaiting(approver)).toEqual([]);
  await turn(next(two, { status: 'inactive' }), { status: 'active' });
  expect(await namesAwaiting(approver)).toEqual([two.firstName]);
});
