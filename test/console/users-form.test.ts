import { describe, expect, test } from 'vitest';
import { accessNotes, type Circumstances } from '../../console/features/users/access-notes.ts';
import { changesIn, type UserValues, valuesOf } from '../../console/features/users/user-values.ts';
import type { OrganizationView } from '../../shared/contract/organizations.ts';
import type { UserView } from '../../shared/contract/users.ts';
import { nothingNamed } from '../../shared/domain/rights.ts';
import { viewUser } from '../../shared/domain/user.ts';
import { invitation, now, user } from '../domain/build.ts';

const accepted = user({ status: 'active', invitation: invitation({ acceptedAt: now }) });
const someone = (different: Partial<UserView>): UserView => ({
  ...viewUser(accepted, { named: nothingNamed, now: now }),
  ...different,
});

describe('what is sent of an edited user', () => {
  const hugo = someone({ firstName: 'Hugo', lastName: 'Martins', displayName: 'Hugo Martins' });
  const ids = { org: hugo.organization, user: hugo.id };
  const sent = (different: Partial<UserValues>, of = hugo) =>
    changesIn({ ...valuesOf(of), ...different }, of);

  test('only what was changed', () => {
    expect(sent({})).toEqual(ids);
    expect(sent({ role: 'admin', requireMfa: true })).toEqual({ ...ids, role: 'admin', requireMfa: true });
  });
  test('a plain display name follows by itself, and an emptied one is the plain one again', () => {
    expect(sent({ lastName: 'Melo' })).toEqual({ ...ids, lastName: 'Melo' });
    const shownAs = { ...hugo, displayName: 'H.' };
    expect(sent({ displayName: ' ' }, shownAs)).toEqual({ ...ids, displayName: 'Hugo Martins' });
    expect(sent({ lastName: 'Melo' }, shownAs)).toEqual({ ...ids, lastName: 'Melo' });
  });
  test('an emptied username is none', () =>
    expect(sent({ username: '' }, { ...hugo, username: 'hugo' })).toEqual({ ...ids, username: null }));
});

describe('second factors and API access', () => {
  const organization = { apiAccess: true, requireMfa: false } as OrganizationView;
  const off = { requireMfa: false, apiAccess: false };
  const shut = (...given: Parameters<typeof accessNotes>) => {
    const { requireMfa, apiAccess } = accessNotes(...given);
    return [requireMfa.disabled, apiAccess.disabled];
  };
  test.for([
    ['are both free to choose', off, {}, [false, false]],
    ['are not chosen together, from the one side', { ...off, requireMfa: true }, {}, [false, true]],
    ['and from the other', { ...off, apiAccess: true }, {}, [true, false]],
    [
      'each can be taken away where they came together',
      { requireMfa: true, apiAccess: true },
      {},
      [false, false],
    ],
    ['need a plan that has it', off, { organization: { ...organization, apiAccess: false } }, [false, true]],
    [
      'are taken away where the plan lost it',
      { ...off, apiAccess: true },
      { organization: { ...organization, apiAccess: false } },
      [true, false],
    ],
    [
      'exclude each other by the settings, too',
      off,
      { organization: { ...organization, requireMfa: true } },
      [false, true],
    ],
    [
      'exclude what was enrolled',
      off,
      { user: someone({ mfa: { required: false, enrolled: ['sms'] } }) },
      [false, true],
    ],
    [
      'belong to those who look after the account',
      { ...off, apiAccess: true },
      { user: someone({ home: false }) },
      [true, true],
    ],
  ] as const)('%s', ([_, values, more, expected]) =>
    expect(shut(values, { organization, ...more } as Circumstances)).toEqual(expected),
  );
});
