import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, inject, test } from 'vitest';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { challengeFor, enrolApp, signInWithApp } from '../harness/arrange-factors.ts';
import { ask, type Front, outcomeOf, refused, sessionIn, tokenIn } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front);
});

/** The hourly run, an hour later, so many times or until that is reached which is waited for. */
async function hours(count: number, isReached = async () => false): Promise<void> {
  for (let hour = 0; hour < count && !(await isReached()); hour++) {
    await front.advance(60 * 60);
    await front.runSchedule('reconcile-credentials');
  }
}

const factorsAtCognito = (id: Parameters<Front['world']['identity']['factorsOf']>[0]) =>
  front.world.identity.factorsOf(id);

test('credentials of somebody who is gone are removed, once they are older than an hour', async () => {
  const { identity, ids } = front.world;
  const nobody = ids.make('usr');
  await identity.setPassword(nobody, password);
  await front.runSchedule('reconcile-credentials');
  expect(await factorsAtCognito(nobody)).toEqual([]);
  await hours(2);
  expect(await factorsAtCognito(nobody)).toBeUndefined();
});

/** Two dozen runs over everybody that all tests have left behind: in memory it is told as well, and quickly. */
test.skipIf(inject('cloud'))(
  'within a day Cognito asks for the factor it was made not to ask for, and forgets the one that nobody enrolled',
  async () => {
    const { identity } = front.world;
    const [enrolled, other] = [await arrangeUser(front, home), await arrangeUser(front, home)];
    const app = await enrolApp(front, enrolled);
    await identity.askFor(enrolled.id, []);
    await identity.setTelephone(other.id, '+493012345678');
    await identity.askFor(other.id, ['sms']);
    expect((await challengeFor(front, other.email)).kind).toBe('sms-code');

    const factors = () => Promise.all([enrolled, other].map(({ id }) => factorsAtCognito(id)));
    const mended = [['authenticator'], []];
    await hours(24, async () => isDeepStrictEqual(await factors(), mended));
    expect(await factors()).toEqual(mended);
    expect((await signInWithApp(front, enrolled.email, app)).status).toBe(200);
    expect((await ask(front, 'sign-in', { email: other.email, password })).body).toHaveProperty(
      'accessToken',
    );
  },
);

test('whoever has lost their credentials gets new ones by the link to choose a password', async () => {
  const them = await arrangeUser(front, home);
  await front.world.identity.remove(them.id);
  await hours(1);
  expect(outcomeOf(await refused(front, 'sign-in', { email: them.email, password }))).toBe(
    'wrong-credentials',
  );
  await ask(front, 'forgot-password', { email: them.email });
  await front.settle();
  const token = tokenIn((await front.mailsTo(them.email)).at(-1));
  const reset = await ask(front, 'reset-password', { token, password: 'eleven blue kites over the harbour' });
  expect((await ask(front, 'get-me', {}, sessionIn(reset))).status).toBe(200);
});

test('whoever is signed in stays so, and a further run changes nothing', async () => {
  const them = await arrangeUser(front, home);
  await ask(front, 'end-my-sessions', { which: 'others' }, them);
  await front.settle();
  await hours(1);
  const before = JSON.stringify(await front.stored());
  await front.runSchedule('reconcile-credentials');
  expect(JSON.stringify(await front.stored())).toBe(before);
  expect((await ask(front, 'refresh-session', {}, { cookie: them.cookie })).status).toBe(200);
});
