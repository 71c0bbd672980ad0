/** Every field of every route with everything that people and scripts send by mistake or on purpose. */
import { beforeAll, expect, test } from 'vitest';
import { routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, freshEmail, password } from '../harness/arrange.ts';
import { bodyFields, type Field, valueIn, withField } from '../harness/fields.ts';
import { ask, type Front, refused, sessionIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';
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
const withBody = routeKeys.filter(key => {
  const route = routeOf(key);
  return route.method !== 'GET' && !route.speaks && bodyFields(route).length > 0;
});

/** What no value of the field can be, and leaving out what must be there. */
function wrongs({ path, kind, required }: Field, input: object) {
  const missing = required ? [['missing', undefined] as const] : [];
  return [...missing, ...neverTaken(kind, valueIn(input, path))];
}

test.each(withBody)('%s points at the field that is wrong, and changes nothing', async route => {
  const { input, headers, as = home.owner } = await validRequest(route, { front, home });
  const before = await snapshot(front, home);
  for (const field of bodyFields(routeOf(route))) {
    for (const [name, value] of wrongs(field, input)) {
      const answer = await refused(front, route, withField(input, field.path, value), as, { headers });
      const where = `${name} in /${field.path.join('/')}`;
      expect(answer.body, where).toMatchObject({ type: '/problems/validation-failed', status: 422 });
      expectKnown(route, answer);
      const pointers = answer.body.errors?.map(({ pointer }) => pointer) ?? [];
      expect(pointers, where).not.toEqual([]);
      for (const pointer of pointers) expect(`${pointer}/`).toContain(`/${field.path.join('/')}/`);
    }
  }
  expect(await snapshot(front, home)).toEqual(before);
  expectKnown(route, await ask(front, route, input, as, { headers }));
});

test.each(withBody)('%s takes odd values or says why not', async route => {
  let valid = await validRequest(route, { front, home });
  for (const { path, kind } of bodyFields(routeOf(route))) {
    for (const [name, value] of sometimesTaken(kind, valueIn(valid.input, path))) {
      const input = withField(valid.input, path, value);
      const answer = await refused(front, route, input, valid.as ?? home.owner, { headers: valid.headers });
      expect(answer.status, `${name} in ${path.join('.')}`).toBeLessThan(500);
      expectKnown(route, answer);
      if (answer.status < 300) valid = await validRequest(route, { front, home });
    }
  }
});

test('every valid request succeeds, so that what is refused is refused for its fault', async () => {
  for (const route of routeKeys) {
    const { input, headers, as = home.owner } = await validRequest(route, { front, home });
    const answer = await ask(front, route, input, as, { headers });
    expect(answer.status, route).toBe(route === 'answer-challenge' ? 401 : routeOf(route).status);
    if (route === 'sign-out') home.owner = { ...home.owner, ...(await signedInAgain()) };
  }
});

async function signedInAgain() {
  return sessionIn(await ask(front, 'sign-in', { email: home.owner.email, password }));
}

test('what people type is trimmed, and addresses are compared without case', async () => {
  const email = freshEmail('Trim').toUpperCase();
  const person = { firstName: '  Ann ', lastName: '\tLee\n', email: ` ${email} `, role: 'user' };
  const { body } = await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
  expect(body).toMatchObject({ firstName: 'Ann', lastName: 'Lee', displayName: 'Ann Lee' });
  expect(body.email).toBe(email.toLowerCase());
  const again = { ...person, email: email.toLowerCase() };
  const answer = await refused(front, 'invite-user', { org: home.org, ...again }, home.owner);
  expect(answer.body.type).toBe('/problems/already-member');
});
