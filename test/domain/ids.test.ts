import { afterEach, expect, test, vi } from 'vitest';
import { systemIds } from '../../shared/adapters/system.ts';
import {
  EventId,
  InvitationId,
  OrganizationId,
  operatorOrganization,
  PersonId,
} from '../../shared/contract/ids.ts';
import { LinkToken } from '../../shared/contract/text.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('every id reads as one of its kind, and no two are the same', () => {
  const kinds = { org: OrganizationId, usr: PersonId, inv: InvitationId, evt: EventId };
  for (const [prefix, schema] of Object.entries(kinds)) {
    const made = Array.from({ length: 2000 }, () => systemIds.make(prefix as 'org'));
    expect(new Set(made).size).toBe(2000);
    for (const id of made) expect(schema.safeParse(id).success).toBe(true);
  }
});

test('ids sort by the moment they were made, until the year 10889', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const moments = [
    0,
    1,
    31,
    32,
    1023,
    1024,
    2 ** 31,
    Date.UTC(2026, 10, 21),
    Date.UTC(2026, 10, 21) + 1,
    2 ** 48 - 1,
  ];
  const ids = moments.map(moment => {
    vi.setSystemTime(moment);
    return systemIds.make('evt');
  });
  expect([...ids].sort()).toEqual(ids);
});

test('ids of one millisecond sort as they were made', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const ids = Array.from({ length: 5000 }, () => systemIds.make('evt'));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(5000);
});

test('the operators come before everybody', () => {
  expect(operatorOrganization < systemIds.make('org')).toBe(true);
});

test('a link is 256 random bits, of which only the SHA-256 is kept', () => {
  const { token, hash } = systemIds.linkToken();
  expect(LinkToken.parse(token)).toBe(token);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(systemIds.hashOf(token)).toBe(hash);
  expect(systemIds.linkToken().hash).not.toBe(hash);
});
