import { expect, test } from 'vitest';
import type { Time } from '../../shared/contract/text.ts';
import type { UserStatus } from '../../shared/contract/users.ts';
import { openReset } from '../../shared/domain/reset.ts';
import {
  activeMemberships,
  beginSession,
  endingSessions,
  hasAccess,
  sessionCounts,
  sessionHolds,
} from '../../shared/domain/session.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import { link, minutesFromNow, now, orgId, person, user } from './build.ts';

const them = person(user());
const begun = (version: number) => beginSession({ ...them, version }, 'session', {}, now);
const ended = (version: number) => endingSessions({ ...them, version }, now);

test.each<[what: string, ending: ReturnType<typeof ended> | object, holds: boolean]>([
  ['that nothing has ended', {}, true],
  ['that began after the end of all others', ended(3), true],
  ['that began in that very millisecond, with the new password', ended(4), true],
  ['that began just before, whatever the clocks said', ended(5), false],
  ['that began long before', ended(9), false],
])('a session %s', (_, ending, holds) => {
  expect(sessionHolds(begun(5), ending)).toBe(holds);
});

test('a session that has ended all others holds on, but not where an organization has ended it', () => {
  const kept = { ...begun(2), keptVersion: 6 };
  expect(sessionHolds(kept, ended(5))).toBe(true);
  expect(sessionHolds(kept, ended(6))).toBe(false);
  expect(sessionCounts(kept, ended(2))).toBe(false);
  expect(sessionCounts(kept, ended(1))).toBe(true);
  expect(sessionCounts(kept, {})).toBe(true);
});

test('no session holds that is not there, and one is swept only when its tokens are dead', () => {
  expect(sessionHolds(undefined, {})).toBe(false);
  expect(begun(1).ttl).toBeGreaterThan(Date.parse(now) / 1000 + 30 * 24 * 60 * 60);
});

test.each<[statuses: UserStatus[], access: boolean]>([
  [[], false],
  [['invited'], false],
  [['inactive', 'archived'], false],
  [['inactive', 'active'], true],
])('somebody who is %j has access: %s', (statuses, access) => {
  const memberships = Object.fromEntries(statuses.map((status, i) => [orgId(i + 1), status]));
  expect(hasAccess({ ...them, memberships })).toBe(access);
  expect(activeMemberships({ ...them, memberships })).toHaveLength(access ? 1 : 0);
});

const reset = link({ purpose: 'password-reset', generation: 3, expiresAt: minutesFromNow(1) });
const chosen = { ...them, passwordGeneration: 3 };

test.each<[what: string, opens: boolean, at: Time, generation?: number]>([
  ['a millisecond before its end', true, plusSeconds(minutesFromNow(1), -0.001)],
  ['at its end', false, minutesFromNow(1)],
  ['a millisecond later', false, plusSeconds(minutesFromNow(1), 0.001)],
  ['once another password was chosen', false, now, 4],
])('a link to choose a password, %s, opens: %s', (_, opens, at, passwordGeneration = 3) => {
  expect(openReset(reset, { ...chosen, passwordGeneration }, at) !== undefined).toBe(opens);
});

test('a link to choose a password opens for nobody who is gone', () => {
  expect(openReset(reset, undefined, now)).toBeUndefined();
});
