import { describe, expect, test } from 'vitest';
import type { Factor } from '../../shared/contract/factors.ts';
import { decideEnrol, decideRemoveFactor, type PersonCase } from '../../shared/domain/enrol.ts';
import { authenticatorUri } from '../../shared/domain/enrol-uri.ts';
import type { Factors, Organization, Person, Session, User } from '../../shared/domain/model.ts';
import { decideUseCode } from '../../shared/domain/recovery.ts';
import { beginSession } from '../../shared/domain/session.ts';
import { invitation, minutesFromNow, now, organization, person, user } from './build.ts';

const accepted = invitation({ acceptedAt: minutesFromNow(-60) });
const app = { authenticator: { enrolledAt: now } };
const phone = { sms: { enrolledAt: now, telephone: '+491701234567' } };

type Given = {
  factors?: Partial<Factors>;
  of?: Partial<Organization>;
  who?: Partial<User>;
  more?: Partial<Person>;
};

function personCase({ factors, of, who, more }: Given = {}): PersonCase {
  const home = organization(of);
  const them = user({ status: 'active', invitation: accepted, ...who });
  const known = person(them, { factors: { recoveryCodes: [], ...factors }, ...more });
  return { person: known, home, users: [them], memberships: [{ organization: home, user: them }], now };
}

const sessionOf = (it: PersonCase, id: string, more: Partial<Session> = {}): Session => ({
  ...beginSession(it.person, id, {}, minutesFromNow(-1)),
  ...more,
});

const enrolled = (it: PersonCase, factor: Factor = 'authenticator', sessions = [sessionOf(it, 'mine')]) =>
  decideEnrol(it, { factor, session: 'mine', sessions, hashes: ['hash'] });

describe('enrolling', () => {
  test.each<[what: string, given: Given, factor: Factor, outcome: string]>([
    ['an app', {}, 'authenticator', 'first'],
    ['an app beside a telephone', { factors: phone }, 'authenticator', 'further'],
    ['an app in place of another', { factors: app }, 'authenticator', 'further'],
    ['a telephone that a code was sent to', { factors: { pendingTelephone: '+4930123456' } }, 'sms', 'first'],
    ['a telephone that none was sent to', {}, 'sms', 'wrong-code'],
    [
      'what the home organization does not allow',
      { of: { allowedFactors: ['sms'] } },
      'authenticator',
      'factor-not-allowed',
    ],
    [
      'what somebody with API access may not',
      { who: { apiAccess: true } },
      'authenticator',
      'api-access-excludes-mfa',
    ],
    [
      'where API access was only offered',
      { who: { apiAccess: true, status: 'invited', invitation: invitation() } },
      'authenticator',
      'first',
    ],
    [
      'with a session that was ended',
      { more: { sessionsValidAfter: { version: 1, at: now } } },
      'authenticator',
      'session-ended',
    ],
  ])('%s', (_, given, factor, outcome) => {
    const decision = enrolled(personCase(given), factor);
    expect(decision.ok ? (decision.answer.isFirst ? 'first' : 'further') : decision.failure.kind).toBe(
      outcome,
    );
  });

  test('makes every waiting session whole, the one that asks before all others, and shows in the list of users', () => {
    const it = personCase();
    const waiting = Array.from({ length: 30 }, (_, i) =>
      sessionOf(it, `other ${i}`, { awaits: 'second-factor' }),
    );
    const decision = enrolled(it, 'authenticator', [
      ...waiting,
      sessionOf(it, 'mine', { awaits: 'second-factor' }),
    ]);
    const updates = decision.ok ? decision.changes.filter(change => change.do === 'update') : [];
    const of = (type: string) => updates.flatMap(({ after }) => (after.type === type ? [after] : []));
    expect(of('session')).toHaveLength(20);
    expect(of('session')[0]).toMatchObject({ id: 'mine', awaits: undefined });
    expect(of('user')).toMatchObject([{ factors: ['authenticator'] }]);
    expect(of('person')).toMatchObject([{ factors: { recoveryCodes: ['hash'] } }]);
  });
});

describe('removing', () => {
  test.each<[what: string, given: Given, factor: Factor, outcome: string]>([
    ['the only one', { factors: app }, 'authenticator', ''],
    ['one of two', { factors: { ...app, ...phone }, of: { requireMfa: true } }, 'authenticator', 'sms'],
    ['what is not enrolled', { factors: app }, 'sms', 'not-found'],
    [
      'the last, where the organization insists',
      { factors: app, of: { requireMfa: true } },
      'authenticator',
      'factor-needed',
    ],
    [
      'the last, where it insists for this one user',
      { factors: app, who: { requireMfa: true } },
      'authenticator',
      'factor-needed',
    ],
  ])('%s', (_, given, factor, outcome) => {
    const decision = decideRemoveFactor(personCase(given), factor);
    expect(decision.ok ? decision.answer.person.mfa.enrolled.join() : decision.failure.kind).toBe(outcome);
  });

  test.each<[factors: Partial<Factors>, left: number]>([
    [app, 0],
    [{ ...app, ...phone }, 2],
  ])('%j: recovery codes that are left', (factors, left) => {
    const it = personCase({ factors: { ...factors, recoveryCodes: ['one', 'two'] } });
    const decision = decideRemoveFactor(it, 'authenticator');
    expect(decision.ok && decision.answer.person.mfa.recoveryCodesLeft).toBe(left);
  });
});

test('a recovery code is used once, and says that Cognito must be told of the factors again', () => {
  const it = personCase({ factors: { ...app, recoveryCodes: ['one', 'two'] } });
  const decision = decideUseCode(it, 'one');
  expect(decision.ok && decision.answer).toMatchObject({
    factors: { recoveryCodes: ['two'] },
    factorsChangedAt: now,
  });
  const again = decideUseCode({ ...it, person: decision.ok ? decision.answer : it.person }, 'one');
  expect(again).toMatchObject({ failure: { kind: 'wrong-answer' } });
});

test.each([
  ['Northwind', 'ann@example.com', 'otpauth://totp/Northwind:ann%40example.com?secret=ABC&issuer=Northwind'],
  [
    'Müller & Sons: Köln',
    'a+b@example.com',
    'otpauth://totp/M%C3%BCller%20%26%20Sons%20%20K%C3%B6ln:a%2Bb%40example.com?secret=ABC&issuer=M%C3%BCller%20%26%20Sons%20%20K%C3%B6ln',
  ],
])('a QR code for %s and %s', (issuer, account, uri) => {
  expect(authenticatorUri({ secret: 'ABC', issuer, account })).toBe(uri);
});
