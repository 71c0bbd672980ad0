/** Settings: what an edit writes, tells and must not run into; and whose address may come in. */
import { expect, test } from 'vitest';
import type { EditSettings } from '../../shared/contract/organizations.ts';
import { Email } from '../../shared/contract/text.ts';
import { domainErrors } from '../../shared/domain/email-domains.ts';
import { Counters, type Organization } from '../../shared/domain/model.ts';
import { invitationHour, limitReached, planOf, spendInvitation } from '../../shared/domain/plan.ts';
import { decideSettings } from '../../shared/domain/settings.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { organization } from './build.ts';

const counters = (apiUsers: number) =>
  Counters.parse({ type: 'counters', organization: organization().id, apiUsers });

type Edit = { before?: Partial<Organization>; wish: Omit<EditSettings, 'org'>; apiUsers?: number };

const edited = ({ before = {}, wish, apiUsers = 0 }: Edit) =>
  decideSettings(
    { organization: organization(before), counters: counters(apiUsers), partner: undefined },
    wish,
    1,
  );

test.each<[name: string, edit: Edit, writes: string[], tells: string[]]>([
  ['nothing', { wish: {} }, [], []],
  ['the same', { wish: { name: 'Northwind', allowedFactors: ['sms', 'authenticator'] } }, [], []],
  ['a name', { wish: { name: 'Norðvindur' } }, ['update'], ['name']],
  [
    'contacts as a whole',
    {
      before: { contacts: { billing: Email.parse('bo@example.com') } },
      wish: { contacts: { security: Email.parse('bo@example.com') } },
    },
    ['update'],
    ['contacts.billing', 'contacts.security'],
  ],
  ['a factor for all', { wish: { requireMfa: true } }, ['update', 'check-none'], ['requireMfa']],
  [
    'a factor for all no more',
    { before: { requireMfa: true }, wish: { requireMfa: false } },
    ['update'],
    ['requireMfa'],
  ],
  [
    'something else, where a factor is required',
    { before: { requireMfa: true }, wish: { requireMfa: true, language: 'de' } },
    ['update'],
    ['language'],
  ],
])('%s', (_, edit, writes, tells) => {
  const decision = edited(edit);
  if (!decision.ok) throw new Error(decision.failure.kind);
  expect(decision.changes.map(change => change.do)).toEqual(writes);
  expect(decision.events.flatMap(({ changes = [] }) => changes.map(({ field }) => field))).toEqual(tells);
  expect(decision.answer.version).toBe(writes.length > 0 ? 2 : 1);
});

test.each([
  [1, 'One user has API access'],
  [7, '7 users have API access'],
])('a factor for all, while %i have API access: refused, and told how many', (apiUsers, words) => {
  const decision = edited({ wish: { requireMfa: true }, apiUsers });
  expect(decision).toMatchObject({
    failure: { kind: 'api-access-excludes-mfa', detail: expect.stringContaining(words) },
  });
});

test.each([
  [[], 'ann@example.org', true],
  [['example.com'], 'ann@example.com', true],
  [['example.com'], 'ann@sub.example.com', false],
  [['example.com'], 'ann@badexample.com', false],
  [['example.com', 'example.org'], 'ann@example.org', true],
  [['example.com'], 'example.com@example.org', false],
])('where %j may come in, %s: %s', (allowedEmailDomains, email, may) => {
  const errors = domainErrors(organization({ allowedEmailDomains }), Email.parse(email));
  expect(errors.length === 0).toBe(may);
});

test.each([
  ['2026-11-21T12:00:00.000Z', 'invitations#2026-11-21T12', '2026-11-21T13:00:00.000Z'],
  ['2026-11-21T12:59:59.999Z', 'invitations#2026-11-21T12', '2026-11-21T13:00:00.000Z'],
  ['2026-12-31T23:30:00.000Z', 'invitations#2026-12-31T23', '2027-01-01T00:00:00.000Z'],
])('at %s the hour is %s, until %s', (at, name, endsAt) => {
  expect(invitationHour(timeOf(new Date(at)))).toEqual({ name, endsAt });
});

test('the refusal names the limit and when it frees', () => {
  const at = timeOf(new Date('2026-11-21T12:59:30.000Z'));
  const spend = spendInvitation(organization({ plan: 'starter' }), at);
  expect(limitReached('invitations-exhausted', [spend], at)).toEqual({
    detail: expect.stringMatching(/allows 50 invitations an hour.*begins at 13:00 UTC\./),
    retryAfter: 30,
  });
  const { id } = organization();
  const count = { do: 'count', organization: id, add: { seats: 1 }, seatLimit: 25 } as const;
  expect(limitReached('seats-exhausted', [count], at).detail).toMatch(/^All 25 seats/);
  expect(limitReached('last-owner', [count], at)).toEqual({});
});

test('a plan that nobody knows is the smallest', () => {
  expect(planOf({ plan: 'gold' })).toEqual(planOf({ plan: 'starter' }));
});
