/** What a commit may rely on, and what it may use up, in memory and for real. */
import { beforeAll, describe, expect, test } from 'vitest';
import { systemIds as ids } from '../../shared/adapters/system.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Change, CommitResult } from '../../shared/domain/change.ts';
import { Counters, type Organization } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import type { World } from '../../shared/ports.ts';
import { atOnce, races } from '../harness/at-once.ts';
import { anOrganization, store, ttl } from '../harness/entities.ts';
import { openFront } from '../harness/here.ts';

let directory: World['directory'];
beforeAll(async () => {
  directory = (await openFront()).world.directory;
});

const commit = (...changes: Change[]) => directory.commit({ changes, events: [] });
const creating = (entity: Organization): Change => ({ do: 'create', entity });
const changing = (before: Organization, different: Partial<Organization>): Change => ({
  do: 'update',
  before,
  after: next(before, different),
});
const checking = (entity: Organization): Change => ({ do: 'check', entity });

/** What stood in the way of those that were refused. */
const conflictsIn = (...results: CommitResult[]) =>
  results.flatMap(result => (result.ok ? [] : [result.conflict]));

async function stored(): Promise<Organization> {
  const organization = anOrganization();
  await store({ directory }, organization);
  return organization;
}

describe('a check', () => {
  test('lets pass what is as it was, and writes nothing', async () => {
    const [checked, fresh] = [await stored(), anOrganization()];
    expect(await commit(checking(checked), creating(fresh))).toEqual({ ok: true });
    expect(await directory.get(checked, fresh)).toEqual([checked, fresh]);
  });

  test('refuses the whole where something has moved on, or is gone', async () => {
    const [checked, gone, fresh] = [await stored(), anOrganization(), anOrganization()];
    await commit(changing(checked, { name: 'Renamed' }));
    for (const entity of [checked, gone]) {
      const result = await commit(creating(fresh), checking(entity));
      expect(conflictsIn(result)).toMatchObject([{ on: 'version', ref: { id: entity.id } }]);
    }
    expect(await directory.get(fresh)).toEqual([undefined]);
  });

  test.each(races(20))(
    'of two that rely on each other’s state, at most one changes its own (%i)',
    async () => {
      const [one, other] = [await stored(), await stored()];
      const results = await Promise.all([
        commit(checking(one), changing(other, { requireMfa: true })),
        commit(checking(other), changing(one, { requireMfa: true })),
      ]);
      const found = await directory.get(ref.organization(one.id), ref.organization(other.id));
      const changed = found.filter(organization => organization?.requireMfa).length;
      expect(changed).toBe(results.filter(({ ok }) => ok).length);
      expect(changed).toBeLessThanOrEqual(1);
    },
  );
});

describe('a check that there is none', () => {
  const none = (organization: OrganizationId): Change => ({
    do: 'check-none',
    organization,
    counter: 'apiUsers',
  });
  const count = (organization: OrganizationId, by: number): Change => ({
    do: 'count',
    organization,
    add: { apiUsers: by },
    seatLimit: 10,
  });

  test('passes where nothing was ever counted, or all are gone', async () => {
    const home = anOrganization();
    expect(await commit(none(home.id), creating(home))).toEqual({ ok: true });
    await commit(count(home.id, 1));
    await commit(count(home.id, -1));
    expect(await commit(none(home.id))).toEqual({ ok: true });
  });

  test('refuses the whole where there is one', async () => {
    const home = anOrganization();
    await commit(count(home.id, 1));
    const result = await commit(creating(home), none(home.id));
    expect(conflictsIn(result)).toEqual([{ on: 'not-none', organization: home.id, counter: 'apiUsers' }]);
    expect(await directory.get(home)).toEqual([undefined]);
  });

  test('looks at one counter, and not at the others', async () => {
    const { id } = anOrganization();
    await commit({ do: 'count', organization: id, add: { seats: 1 }, seatLimit: 1 });
    expect(await commit(none(id))).toEqual({ ok: true });
    const counters = Counters.parse({ type: 'counters', organization: id, seats: 1 });
    expect(await directory.get(ref.counters(id))).toEqual([counters]);
  });

  test('cannot stand in one commit with what counts there: that is no transaction', async () => {
    const { id } = anOrganization();
    const both = commit(none(id), count(id, 1));
    await expect(both).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await directory.get(ref.counters(id))).toEqual([undefined]);
  });

  test.each(races(20))('of ten that count and one that excludes them, one side wins (%i)', async () => {
    const home = await stored();
    const excluding = () => commit(none(home.id), changing(home, { requireMfa: true }));
    const including = () => commit(count(home.id, 1), checking(home));
    const results = await atOnce(11, i => (i === 5 ? excluding() : including()));
    const [found, counters] = await directory.get(ref.organization(home.id), ref.counters(home.id));
    const included = results.filter((result, i) => i !== 5 && result.ok).length;
    expect(counters?.apiUsers ?? 0).toBe(included);
    expect(found?.requireMfa).toBe(included === 0);
  });
});

describe('a quota', () => {
  const name = 'invitations#9';
  const spending = (organization: OrganizationId, limit: number, of = name, add = 1): Change => ({
    do: 'spend',
    organization,
    name: of,
    add,
    limit,
    ttl,
  });

  test('is used up one by one, and each stretch of time has its own', async () => {
    const org = ids.make('org');
    const results: CommitResult[] = [];
    for (let i = 0; i < 3; i++) results.push(await commit(spending(org, 2)));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(conflictsIn(...results)).toEqual([{ on: 'quota', organization: org }]);
    expect(await commit(spending(org, 2, 'invitations#10'))).toEqual({ ok: true });
    const [used] = await directory.get(ref.quota(org, name));
    expect(used).toEqual({ ...ref.quota(org, name), used: 2, ttl });
  });

  test('is used up by several at once, as far as all of them fit', async () => {
    const org = ids.make('org');
    const results: CommitResult[] = [];
    for (const add of [6, 3, 2, 1, 1]) results.push(await commit(spending(org, 10, name, add)));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false, true, false]);
    expect((await directory.get(ref.quota(org, name)))[0]?.used).toBe(10);
    expect((await commit(spending(ids.make('org'), 4, name, 5))).ok).toBe(false);
  });

  test('of nothing is used up from the start', async () => {
    const org = ids.make('org');
    expect(conflictsIn(await commit(spending(org, 0)))).toEqual([{ on: 'quota', organization: org }]);
  });

  test('is used only by what is written', async () => {
    const home = await stored();
    expect(await commit(spending(home.id, 9), creating(home))).toMatchObject({ ok: false });
    expect(await directory.get(ref.quota(home.id, name))).toEqual([undefined]);
  });

  test.each(races(20))('of seven is given to seven of twenty at once (%i)', async () => {
    const org = ids.make('org');
    const results = await atOnce(20, () => commit(spending(org, 7)));
    expect(conflictsIn(...results)).toEqual(
      Array.from({ length: 13 }, () => ({ on: 'quota', organization: org })),
    );
    expect(await directory.get(ref.quota(org, name))).toMatchObject([{ used: 7 }]);
  });
});
