/** What is noted and counted beside the versioned state, in memory and for real. */
import { beforeAll, describe, expect, test } from 'vitest';
import { systemIds as ids } from '../../shared/adapters/system.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { Bucket } from '../../shared/domain/throttle.ts';
import { secondsOf } from '../../shared/domain/time.ts';
import { next } from '../../shared/domain/user.ts';
import type { World } from '../../shared/ports.ts';
import { atOnce, races } from '../harness/at-once.ts';
import { aClient, aPerson, aSession, aUser, later, now, store } from '../harness/entities.ts';
import { openFront } from '../harness/here.ts';

let directory: World['directory'];
beforeAll(async () => {
  directory = (await openFront()).world.directory;
});

describe('notes', () => {
  test('move on, never back, and no version with them', async () => {
    const [person, script] = [aPerson(), aClient(ids.make('org'))];
    const session = aSession(person, 'session');
    await store({ directory }, person, session, script);
    for (const minutes of [10, 20, 15]) {
      await directory.noteSignedOut(person.id, later(minutes));
      await directory.noteFactorsAligned(person.id, later(minutes));
      await directory.noteSessionUse(person.id, session.id, later(minutes));
      await directory.noteApiClientUse(script.organization, script.id, later(minutes));
    }
    expect(await directory.get(person, session, script)).toEqual([
      { ...person, signedOutAt: later(20), factorsAlignedAt: later(20) },
      { ...session, lastUsedAt: later(20) },
      { ...script, lastUsedAt: later(20) },
    ]);
  });

  test('outlive a change by somebody who had not seen them', async () => {
    const [person, user, script] = [aPerson(), aUser(), aClient(ids.make('org'))];
    const session = aSession(person, 'session');
    await store({ directory }, person, user, session, script);
    await directory.noteSignedOut(person.id, now);
    await directory.noteFactorsAligned(person.id, now);
    await directory.noteActivity(user.organization, user.id, now);
    await directory.noteSessionUse(person.id, session.id, now);
    await directory.noteApiClientUse(script.organization, script.id, now);
    const changes = [
      { do: 'update', before: person, after: next(person, { passwordGeneration: 2 }) },
      { do: 'update', before: user, after: next(user, { firstName: 'Renamed' }) },
      { do: 'update', before: session, after: next(session, { ip: '192.0.2.1' }) },
      { do: 'update', before: script, after: next(script, { name: 'Renamed' }) },
    ] as const;
    expect(await directory.commit({ changes, events: [] })).toEqual({ ok: true });
    expect(await directory.get(person, user, session, script)).toMatchObject([
      { passwordGeneration: 2, signedOutAt: now, factorsAlignedAt: now },
      { firstName: 'Renamed', lastActiveAt: now },
      { ip: '192.0.2.1', lastUsedAt: now },
      { name: 'Renamed', lastUsedAt: now },
    ]);
  });

  test('bring nobody back who is gone', async () => {
    const [person, script] = [aPerson(), aClient(ids.make('org'))];
    const session = aSession(person, 'session');
    await directory.noteSignedOut(person.id, now);
    await directory.noteFactorsAligned(person.id, now);
    await directory.noteSessionUse(person.id, session.id, now);
    await directory.noteApiClientUse(script.organization, script.id, now);
    expect(await directory.get(person, session, script)).toEqual([undefined, undefined, undefined]);
  });
});

describe('attempts', () => {
  const bucket = (limit: number): Bucket => ({
    name: `test#${ids.make('evt')}`,
    limit,
    emptyAt: later(15),
  });
  const countIn = async ({ name }: Bucket) => (await directory.get(ref.attempts(name)))[0]?.count;

  test('are let through up to the limit of every bucket, and count in none where one is full', async () => {
    const [account, address] = [bucket(3), bucket(5)];
    const admitted: boolean[] = [];
    for (let i = 0; i < 4; i++) admitted.push(await directory.admit([account, address]));
    expect(admitted).toEqual([true, true, true, false]);
    expect(await Promise.all([account, address].map(countIn))).toEqual([3, 3]);
    expect(await directory.admit([bucket(1), address])).toBe(true);
    const [kept] = await directory.get(ref.attempts(account.name));
    expect(kept).toEqual({ ...ref.attempts(account.name), count: 3, ttl: secondsOf(account.emptyAt) });
  });

  test('count as so many, and are let through where there is room for all of them', async () => {
    const one = bucket(10);
    const admit = (units: number) => directory.admit([{ ...one, units }]);
    const admitted = [await admit(6), await admit(5), await admit(4), await admit(1)];
    expect(admitted).toEqual([true, false, true, false]);
    await directory.forgive([{ ...one, units: 4 }]);
    expect(await countIn(one)).toBe(6);
    expect(await directory.admit([{ ...bucket(4), units: 5 }])).toBe(false);
  });

  test('are always let through where nothing counts, and never where none is allowed', async () => {
    expect(await directory.admit([])).toBe(true);
    expect(await directory.admit([bucket(0)])).toBe(false);
  });

  test('that were rightful are taken back, but never more of them than were made', async () => {
    const [one, untouched] = [bucket(1), bucket(1)];
    expect(await directory.admit([one])).toBe(true);
    expect(await directory.admit([one])).toBe(false);
    for (let i = 0; i < 3; i++) await directory.forgive([one, untouched]);
    expect(await Promise.all([one, untouched].map(countIn))).toEqual([0, undefined]);
    expect(await directory.admit([one])).toBe(true);
    expect(await directory.admit([one])).toBe(false);
  });

  test.each(races(20))(
    'of thirty at once, as many as the fuller bucket takes are let through (%i)',
    async () => {
      const [account, address] = [bucket(100), bucket(10)];
      const admitted = await atOnce(30, () => directory.admit([account, address]));
      expect(admitted.filter(Boolean)).toHaveLength(10);
      expect(await Promise.all([account, address].map(countIn))).toEqual([10, 10]);
    },
  );

  test.each(races(20))('that are taken back while others are made leave nothing behind (%i)', async () => {
    const account = bucket(10);
    await atOnce(10, async () => {
      expect(await directory.admit([account])).toBe(true);
      await directory.forgive([account]);
    });
    expect(await countIn(account)).toBe(0);
  });
});
