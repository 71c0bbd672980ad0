/** Every field of every route with everything that people and scripts send by mistake or on purpose. */
import { beforeAll, expect, test } from 'vitest';
import { takesBody } from '../../shared/contract/request.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, freshEmail } from '../harness/arrange.ts';
import { bodyFields, type Field, valueIn, withField } from '../harness/fields.ts';
import { ask, type Front, refused } from '../harness/front.ts';
import { inTurn, openFront } from '../harness/here.ts';
import { neverTaken, sometimesTaken } from '../harness/odd-values.ts';
import { expectKnown, snapshot } from '../harness/problem-checks.ts';
import { validRequest } from '../harness/valid-requests.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 2000 });
});

/** Those that take JSON; a form, where every value is text, has tests of its own. */
const withBody = routeKeys
  .filter(key => takesBody(routeOf(key)) && !routeOf(key).speaks && bodyFields(routeOf(key)).length > 0)
  .map((route, turn) => ({ route, turn }));

/** A text that may be empty: the list as it is of itself. */
const mayBeEmpty: Partial<Record<RouteKey, string>> = { 'save-view': 'search' };

/** What no value of the field can be, and leaving out what must be there. */
function wrongs(route: RouteKey, field: Field, input: object) {
  const missing = field.required ? [['missing', undefined] as const] : [];
  const never = neverTaken(field, valueIn(input, field.path));
  const isRight = (value: unknown) => value === '' && mayBeEmpty[route] === field.path.join('/');
  return [...missing, ...never.filter(([, value]) => !isRight(value))];
}

test.each(withBody)(
  '$route points at the field that is wrong, and changes nothing',
  async ({ route, turn }) => {
    const { input, headers, as = home.owner } = await validRequest(route, { front, home });
    const before = await snapshot(front, home);
    const eachField = bodyFields(routeOf(route)).map(async (field, i) => {
      const pointer = `/${field.path.join('/')}`;
      for (const [name, value] of inTurn(wrongs(route, field, input), 2, turn + i)) {
        const answer = await refused(front, route, withField(input, field.path, value), as, { headers });
        expect(answer.body, `${name} in ${pointer}`).toMatchObject({
          type: '/problems/validation-failed',
          status: 422,
        });
        expectKnown(route, answer);
        const pointers = answer.body.errors?.map(error => error.pointer) ?? [];
        expect(pointers, `${name} in ${pointer}`).not.toEqual([]);
        for (const told of pointers) expect(`${told}/`).toContain(`${pointer}/`);
      }
    });
    await Promise.all(eachField);
    expect(await snapshot(front, home)).toEqual(before);
    // What was refused was refused for its fault.
    expect((await ask(front, route, input, as, { headers })).status).toBe(routeOf(route).status);
  },
);

test.each(withBody)('$route takes odd values or says why not', async ({ route, turn }) => {
  let valid = await validRequest(route, { front, home });
  for (const [i, { path, kind }] of bodyFields(routeOf(route)).entries()) {
    for (const [name, value] of inTurn(sometimesTaken(kind, valueIn(valid.input, path)), 1, turn + i)) {
      const { input, headers, as = home.owner } = valid;
      const answer = await refused(front, route, withField(input, path, value), as, { headers });
      expect(answer.status, `${name} in ${path.join('.')}`).toBeLessThan(500);
      expectKnown(route, answer);
      if (answer.status < 300) valid = await validRequest(route, { front, home });
    }
  }
});

const others = routeKeys.filter(key => withBody.every(({ route }) => route !== key));

test.each(others)('%s has nothing to point at, and succeeds', async route => {
  const { input, headers, as = home.owner } = await validRequest(route, { front, home });
  const answer = await ask(front, route, input, as, { headers });
  expect(answer.status).toBe(routeOf(route).status);
});

test('what people type is trimmed, and addresses are compared without case', async () => {
  const email = freshEmail('Trim').toUpperCase();
  const person = {
    firstName: '  Ann ',
    lastName: '\tLee\n',
    email: ` ${email} `,
    role: 'user',
    access: { mode: 'all' },
  };
  const { body } = await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
  expect(body).toMatchObject({ firstName: 'Ann', lastName: 'Lee', displayName: 'Ann Lee' });
  expect(body.email).toBe(email.toLowerCase());
  const again = { ...person, email: email.toLowerCase() };
  const answer = await refused(front, 'invite-user', { org: home.org, ...again }, home.owner);
  expect(answer.body.type).toBe('/problems/already-member');
});
