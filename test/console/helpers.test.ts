import { describe, expect, test } from 'vitest';
import { answeredBy } from '../../console/features/problems/answered-by.ts';
import { curlOf } from '../../console/features/reference/curl.ts';
import { byTag, operationsOf, search } from '../../console/features/reference/openapi.ts';
import { boundsOf, typeOf } from '../../console/features/reference/schema-words.ts';
import { bounceReason } from '../../console/features/users/bounce-reason.ts';
import { safePath } from '../../console/state/safe-path.ts';
import { countryChoices, countryCodes } from '../../console/ui/countries.ts';
import { placeErrors } from '../../console/ui/form-errors.ts';
import { formatAgo, formatMinutes, formatSpan } from '../../console/ui/format.ts';
import { initialsOf } from '../../console/ui/person.tsx';
import { positionFor } from '../../console/ui/place.ts';
import { matching } from '../../console/ui/search-choices.ts';
import { callingCode, spellTelephone, toE164 } from '../../console/ui/telephone.ts';
import { openapiDocument } from '../../infra/build/openapi.ts';
import { routeKeys } from '../../shared/contract/routes.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.parse('2026-11-21T12:00:00.000Z');
const earlier = (span: number) => new Date(now - span).toISOString();

describe('times in words', () => {
  test.for([
    [20_000, 'just now'],
    [minute, '1 minute ago'],
    [119 * minute, '1 hour ago'],
    [25 * hour, 'yesterday'],
    [6 * 24 * hour, '6 days ago'],
  ] as const)('%i ms ago is "%s"', ([span, words]) => expect(formatAgo(earlier(span), now)).toBe(words));

  test('what is long ago is a date', () => expect(formatAgo(earlier(90 * 24 * hour), now)).toContain('2026'));

  test.for([
    [-5, '0s'],
    [900, '1s'],
    [59_001, '60s'],
    [9 * minute + 59_000, '9m'],
    [hour, '1h'],
    [2 * hour + 10 * minute, '2h 10m'],
    [29 * 24 * hour + 5 * hour, '29d 5h'],
  ] as const)('%i ms are "%s"', ([span, words]) => expect(formatSpan(span)).toBe(words));

  test('the lives of invitations', () =>
    expect([5, 60, 180, 1440, 10080].map(formatMinutes)).toEqual([
      '5 minutes',
      '1 hour',
      '3 hours',
      '1 day',
      '7 days',
    ]));
});

describe('where to go after signing in', () => {
  test.for([
    ['/o/org_1/users?tab=pending', '/o/org_1/users?tab=pending'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?next=/', '/'],
    ['', '/'],
    [null, '/'],
  ] as const)('%s leads to %s', ([wanted, path]) => expect(safePath(wanted)).toBe(path));
});

describe('errors at fields', () => {
  const place = (pointer: string, message: string) =>
    placeErrors([{ pointer, code: 'x', message }], ['email', 'profile.city'], {
      email: 'Email',
      'profile.city': 'City',
    });

  test('fragments become sentences with the name of the field', () =>
    expect(place('/email', 'is not an email address').errors).toEqual({
      email: 'Email is not an email address.',
    }));
  test('sentences stay', () =>
    expect(place('/profile/city', 'Say it again!').errors).toEqual({ 'profile.city': 'Say it again!' }));
  test('what has no field here is not lost', () =>
    expect(place('/token', 'is not ours').unplaced).toEqual(['token is not ours.']));
  test('of several errors the first stands', () => {
    const both = ['is empty', 'is too long'].map(message => ({ pointer: '/email', code: 'x', message }));
    expect(placeErrors(both, ['email'], { email: 'Email' }).errors).toEqual({ email: 'Email is empty.' });
  });
});

describe('telephone numbers', () => {
  test.for([
    ['020 7946 0000', 'GB', '+442079460000'],
    ['+49 30 123456', 'GB', '+4930123456'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['12', 'GB', undefined],
    ['hello', 'GB', undefined],
    ['020 7946 0000', null, undefined],
  ] as const)('%s in %s is %s', ([typed, country, number]) => expect(toE164(typed, country)).toBe(number));

  test('are spelt as in their country', () =>
    expect(spellTelephone('2079460000', 'GB')).toBe('020 7946 0000'));
  test('of elsewhere are spelt with their country code', () =>
    expect(spellTelephone('+4930123456', 'GB')).toBe('+49 30 123456'));
  test('that are none stay as they were typed', () => expect(spellTelephone('ext. 5', 'GB')).toBe('ext. 5'));
  test('have a code for a country that has one', () =>
    expect([callingCode('DE'), callingCode('AQ')]).toEqual(['+49', undefined]));
});

test('every country has a name, once, in the order of the names', () => {
  const choices = countryChoices('de');
  expect(choices).toHaveLength(249);
  expect(new Set(countryCodes).size).toBe(249);
  expect(choices.find(({ value }) => value === 'DE')?.label).toBe('Deutschland');
  expect(choices.every(({ value, label }) => label !== value)).toBe(true);
});

describe('the reference', () => {
  const document = openapiDocument() as Parameters<typeof operationsOf>[0]; // as it comes over the wire
  const operations = operationsOf(document);

  test('has every route, under the key of the contract', () =>
    expect(operations.map(({ id }) => id).sort()).toEqual([...routeKeys].sort()));
  test('finds a route by words of its path and summary', () =>
    expect(search(operations, 'users invite').map(({ id }) => id)).toContain('invite-user'));
  test('keeps the order of the tags', () =>
    expect(byTag(document, operations).map(([tag]) => tag)).toEqual(document.tags?.map(({ name }) => name)));
  test('names what may be refused', () => {
    const invite = operations.find(({ id }) => id === 'invite-user');
    expect(invite?.answers.flatMap(({ problems }) => problems)).toContain('seats-exhausted');
  });
  test('has a command for each route that a shell takes', () => {
    const invite = operations.find(({ id }) => id === 'invite-user');
    const command = invite && curlOf(invite, 'https://example.com');
    expect(command).toContain('curl -X POST "https://example.com/v1/organizations/$ORG/users"');
    expect(command).toContain('-H "Authorization: Bearer $TOKEN"');
  });
  test('sends a form to the token endpoint, with the application in front', () => {
    const exchange = operations.find(({ id }) => id === 'exchange-token');
    const command = exchange ? curlOf(exchange, 'https://example.com') : '';
    expect(command.split(' \\\n  ')).toEqual([
      "curl -X POST 'https://example.com/v1/auth/token'",
      expect.stringMatching(/^-u 'cli_\w+:[\w-]+'$/),
      "--data-urlencode 'grant_type=password'",
      expect.stringMatching(/^--data-urlencode 'username=/),
      expect.stringMatching(/^--data-urlencode 'password=/),
    ]);
    expect(exchange?.answers.find(({ status }) => status === '401')?.problems).toEqual(['invalid-client']);
  });
  test('says types and bounds in words', () => {
    expect(typeOf({ type: 'array', items: { $ref: '#/components/schemas/User' } })).toEqual([
      { text: 'User', shape: 'User' },
      { text: '[]' },
    ]);
    expect(boundsOf({ type: 'string', minLength: 1, maxLength: 100, default: 'x' })).toBe(
      '1 to 100 characters, default "x"',
    );
  });
});

test('a problem knows who may answer it', () => {
  expect(answeredBy('unexpected')).toBe('every');
  expect(answeredBy('too-many-clients')).toEqual(['create-api-client']);
  expect(answeredBy('wrong-credentials')).toContain('sign-in');
});

test('a bounce is told in words, or as the server told it', () => {
  expect(bounceReason('smtp; 550 5.1.1 user unknown')).toBe('Mailbox does not exist');
  expect(bounceReason('smtp; 550 go away')).toBe('smtp; 550 go away');
});

test('initials', () => {
  expect(['Ada Okafor', 'Jean-Luc van der Berg', '李', '', '🙂 Smile'].map(initialsOf)).toEqual([
    'AO',
    'JB',
    '李',
    '',
    '🙂S',
  ]);
});

describe('what floats', () => {
  const window = { width: 1000, height: 800 };
  const menu = { width: 200, height: 300 };
  const at = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 30 });

  test.for([
    ['below, flush with the end', at(500, 100), 'below', 'end', { top: 136, left: 340 }],
    ['below, flush with the beginning', at(500, 100), 'below', 'start', { top: 136, left: 500 }],
    ['above, where there is no room below', at(500, 700), 'below', 'end', { top: 394, left: 340 }],
    ['below, where there is no room above', at(500, 50), 'above', 'end', { top: 86, left: 340 }],
    ['never over the edge', at(0, 100), 'below', 'end', { top: 136, left: 8 }],
  ] as const)('lies %s', ([_, anchor, side, align, position]) =>
    expect(positionFor(anchor, menu, window, { side, align })).toEqual(position),
  );

  test('is mirrored where text runs from right to left', () =>
    expect(positionFor(at(500, 100), menu, window, { side: 'below', align: 'end' }, true).left).toBe(500));
});

test('choices are found by any part of their name, beginnings first, accents or not', () => {
  const choices = ['Åland Islands', 'Finland', 'Iceland', 'Land of Nowhere'].map(label => ({
    value: label,
    label,
  }));
  const found = (typed: string) => matching(choices, typed).map(({ label }) => label);
  expect(found('land')).toEqual(['Land of Nowhere', 'Åland Islands', 'Finland', 'Iceland']);
  expect(found('aland')).toEqual(['Åland Islands']);
  expect(found('isl')).toEqual(['Åland Islands']);
  expect(found('xyz')).toEqual([]);
});
