import { expect, test } from 'vitest';
import { idAlphabet, PersonId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import { type Drift, driftOf, isTurnOf, type Sight } from '../../shared/domain/credentials-drift.ts';
import type { Person } from '../../shared/domain/model.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import { invitation, minutesFromNow, now, person, user } from './build.ts';

const accepted = user({ status: 'active', invitation: invitation({ acceptedAt: minutesFromNow(-60) }) });
const them = (more: Partial<Person> = {}): Person => person(accepted, { passwordGeneration: 1, ...more });
const withApp = { factors: { authenticator: { enrolledAt: minutesFromNow(-60) }, recoveryCodes: [] } };
const ended = (at: Time) => ({ version: 1, at });
const old = { createdAt: minutesFromNow(-60) };

test.each<[what: string, sight: Partial<Sight>, drifts: Drift[]]>([
  ['somebody with credentials', {}, []],
  [
    'somebody whose factors are those that are asked for',
    { person: them(withApp), factors: ['authenticator'] },
    [],
  ],
  ['credentials of nobody, an hour old', { person: undefined, credentials: old }, ['credentials-of-nobody']],
  ['younger ones', { person: undefined, credentials: { createdAt: minutesFromNow(-59) } }, []],
  ['nobody without credentials', { person: undefined, credentials: undefined }, []],
  ['somebody without credentials', { credentials: undefined }, ['credentials-missing']],
  [
    'somebody without credentials who never chose a password',
    { person: them({ passwordGeneration: 0 }), credentials: undefined },
    [],
  ],
  ['a factor that is not asked for', { person: them(withApp), factors: [] }, ['factors-differ']],
  ['a factor that nobody enrolled', { factors: ['sms'] }, ['factors-differ']],
  [
    'two factors in the wrong order',
    {
      person: them({
        factors: { ...withApp.factors, sms: { enrolledAt: now, telephone: '+491701234567' } },
      }),
      factors: ['sms', 'authenticator'],
    },
    ['factors-differ'],
  ],
  ['a factor that was not looked up', { person: them(withApp) }, []],
  [
    'factors that changed ten minutes ago, untold',
    { person: them({ factorsChangedAt: minutesFromNow(-10) }), factors: ['sms'] },
    ['factors-untold'],
  ],
  ['a moment ago', { person: them({ factorsChangedAt: minutesFromNow(-9) }), factors: ['sms'] }, []],
  [
    'and told',
    {
      person: them({ factorsChangedAt: minutesFromNow(-20), factorsAlignedAt: minutesFromNow(-20) }),
      factors: [],
    },
    [],
  ],
  [
    'sessions that were ended ten minutes ago, untold',
    { person: them({ sessionsValidAfter: ended(minutesFromNow(-10)) }) },
    ['sign-out-untold'],
  ],
  ['a moment ago', { person: them({ sessionsValidAfter: ended(minutesFromNow(-9)) }) }, []],
  [
    'told, and ended once more',
    { person: them({ sessionsValidAfter: ended(minutesFromNow(-10)), signedOutAt: minutesFromNow(-20) }) },
    ['sign-out-untold'],
  ],
  [
    'where one of them holds',
    { person: them({ sessionsValidAfter: ended(minutesFromNow(-10)) }), signedIn: true },
    [],
  ],
  [
    'and told',
    { person: them({ sessionsValidAfter: ended(minutesFromNow(-10)), signedOutAt: minutesFromNow(-10) }) },
    [],
  ],
  [
    'everything at once',
    {
      person: them({ sessionsValidAfter: ended(minutesFromNow(-10)), factorsChangedAt: minutesFromNow(-10) }),
      factors: ['sms'],
    },
    ['factors-untold', 'sign-out-untold'],
  ],
])('%s', (_, sight, drifts) => {
  expect(driftOf({ person: them(), credentials: old, signedIn: false, now, ...sight })).toEqual(drifts);
});

test('in a day everybody has had their turn once, and every hour about as many', () => {
  const everybody = [...idAlphabet].flatMap(one =>
    [...idAlphabet].map(other => PersonId.parse(`usr_${'0'.repeat(24)}${one}${other}`)),
  );
  const hours = Array.from({ length: 24 }, (_, hour) => plusMinutes(now, 60 * hour));
  const turns = hours.map(hour => everybody.filter(id => isTurnOf(id, hour)));
  expect(turns.flat().sort()).toEqual([...everybody].sort());
  expect(new Set(turns.map(({ length }) => length))).toEqual(new Set([42, 43]));
});
