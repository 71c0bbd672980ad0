/** The small laws of the runner as tables: event patterns, schedules, routes, batch reports, names. */
import { expect, test } from 'vitest';
import { findByName } from '../../../infra/local/lookup.ts';
import { failedItems } from '../../../infra/local/runtime/batch.ts';
import { chooseBehaviour } from '../../../infra/local/runtime/cdn/behaviours.ts';
import { compilePattern } from '../../../infra/local/runtime/event-pattern.ts';
import { createRouter } from '../../../infra/local/runtime/gateway/routes.ts';
import { parseSchedule } from '../../../infra/local/runtime/schedule-expression.ts';

const event = { source: 'tenantry', detail: { size: 5, name: 'user.invited', tags: ['a', 'b'], none: null } };

test.for<[object, boolean]>([
  [{ source: ['tenantry'] }, true],
  [{ source: ['other', 'tenantry'] }, true],
  [{ source: ['other'] }, false],
  [{ source: ['tenantry'], detail: { name: ['user.deleted'] } }, false],
  [{ detail: { name: [{ prefix: 'user.' }] } }, true],
  [{ detail: { name: [{ prefix: 'group.' }] } }, false],
  [{ detail: { tags: ['b', 'z'] } }, true],
  [{ detail: { none: [null] } }, true],
  [{ detail: { absent: [{ exists: false }] } }, true],
  [{ detail: { size: [{ exists: true }] } }, true],
  [{ detail: { size: [{ exists: false }] } }, false],
  [{ detail: { name: [{ 'anything-but': ['user.invited'] }] } }, false],
  [{ detail: { name: [{ 'anything-but': { prefix: 'group.' } }] } }, true],
  [{ detail: { absent: [{ 'anything-but': 'x' }] } }, false],
  [{ detail: { size: [{ numeric: ['>', 4, '<=', 5] }] } }, true],
  [{ detail: { size: [{ numeric: ['=', 4] }] } }, false],
])('the pattern %j', ([pattern, expected]) => {
  expect(compilePattern(pattern)(event)).toBe(expected);
});

test.for([
  { source: [{ wildcard: '*' }] },
  { $or: [] },
  { source: 'tenantry' },
  { size: [{ numeric: ['~', 1] }] },
])('the pattern %j is refused, for it would not be matched as AWS does', pattern => {
  expect(() => compilePattern(pattern)).toThrow();
});

// A Saturday.
const now = Date.UTC(2026, 10, 21, 12, 30, 15);

test.for<[string, string | undefined]>([
  ['rate(1 minute)', '2026-11-21T12:31:15.000Z'],
  ['rate(5 minutes)', '2026-11-21T12:35:15.000Z'],
  ['rate(2 days)', '2026-11-23T12:30:15.000Z'],
  ['cron(0 3 * * ? *)', '2026-11-22T03:00:00.000Z'],
  ['cron(31 12 * * ? *)', '2026-11-21T12:31:00.000Z'],
  ['cron(0/15 * * * ? *)', '2026-11-21T12:45:00.000Z'],
  ['cron(0 9 ? * MON-FRI *)', '2026-11-23T09:00:00.000Z'],
  ['cron(0 0 1 JAN,JUL ? *)', '2027-01-01T00:00:00.000Z'],
  ['cron(0 0 29 2 ? 2026)', undefined],
  ['at(2027-01-01T00:00:00)', '2027-01-01T00:00:00.000Z'],
  ['at(2020-01-01T00:00:00)', undefined],
])('%s is due', ([expression, expected]) => {
  const due = parseSchedule(expression)(now);
  expect(due === undefined ? undefined : new Date(due).toISOString()).toBe(expected);
});

test.for(['rate(5 fortnights)', 'cron(0 3 * *)', 'cron(0 0 L * ? *)', 'cron(99 * * * ? *)', 'every day'])(
  'the schedule %s is refused',
  expression => {
    expect(() => parseSchedule(expression)).toThrow('is not known here');
  },
);

const keys = [
  '$default',
  'ANY /pets/{proxy+}',
  'GET /pets/{id}',
  'GET /pets/counts',
  'ANY /pets/counts',
  'GET /pets/{id}/toys',
  'POST /pets/{id}/{what}',
];
const route = createRouter(keys.map(key => ({ key })));

test.for<[string, string, string, object]>([
  ['GET', '/pets/counts', 'GET /pets/counts', {}],
  ['DELETE', '/pets/counts', 'ANY /pets/counts', {}],
  ['GET', '/pets/a%2Fb', 'GET /pets/{id}', { id: 'a/b' }],
  ['GET', '/pets/7/toys', 'GET /pets/{id}/toys', { id: '7' }],
  ['POST', '/pets/7/feed', 'POST /pets/{id}/{what}', { id: '7', what: 'feed' }],
  ['PUT', '/pets/7/feed', 'ANY /pets/{proxy+}', { proxy: '7/feed' }],
  ['GET', '/pets', '$default', {}],
  ['GET', '/pets/', '$default', {}],
])('%s %s takes the route %s', ([method, path, key, pathParameters]) => {
  expect(route(method, path)).toEqual({ route: { key }, pathParameters });
});

test.for<[unknown, readonly string[]]>([
  [{ batchItemFailures: [] }, []],
  [null, []],
  [{ batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
  // As in AWS: a report that cannot be right fails the whole batch.
  [{ batchItemFailures: [{ itemIdentifier: 'z' }] }, ['a', 'b']],
  [{ batchItemFailures: [{ itemIdentifier: '' }] }, ['a', 'b']],
  ['rubbish', ['a', 'b']],
])('the report %j of a batch', ([payload, expected]) => {
  expect(failedItems({ ok: true, payload }, ['a', 'b'], true)).toEqual(expected);
});

test('a function that throws fails its whole batch; one that reports nothing had none fail', () => {
  const failed = { ok: false, error: { errorType: 'Error', errorMessage: 'no' } } as const;
  expect(failedItems(failed, ['a', 'b'], true)).toEqual(['a', 'b']);
  expect(failedItems({ ok: true, payload: 'whatever' }, ['a', 'b'], false)).toEqual([]);
});

test.for([
  ['/v1/users', '/v1/*'],
  ['/v1', undefined],
  ['/img/a.png', '*.p?g'],
  ['/', undefined],
])('CloudFront serves %s by the behaviour %s', ([path, pathPattern]) => {
  const rest = { allowedMethods: [], forwardsViewer: false, told: [] };
  const origin = { id: 'o', domainName: 'o', fetch: () => Promise.reject(new Error('not asked')) };
  const behaviours = ['/v1/*', '*.p?g', undefined].map(pattern => ({
    ...rest,
    origin,
    pathPattern: pattern,
  }));
  expect(chooseBehaviour(behaviours, path ?? '').pathPattern).toBe(pathPattern);
});

test('things are found by a whole name before the end of one, and never by guessing', () => {
  const items = ['app/Expire/Schedule', 'app/Core', 'web/Core', 'app/Other/Core2'];
  const find = (name: string) => findByName(items, name, item => [item]);
  expect(find('expire-schedule')).toBe('app/Expire/Schedule');
  expect(find('web/core')).toBe('web/Core');
  expect(() => find('core')).toThrow('More than one thing is called core');
  expect(() => find('nobody')).toThrow('Nothing is called nobody. There is: app/Expire/Schedule');
});
