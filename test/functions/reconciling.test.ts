/** What the hourly comparison with Cognito finds and counts, where subscribers never came. */
import { beforeEach, expect, test } from 'vitest';
import { reconcileCredentials } from '../../functions/schedules/reconcile-credentials.ts';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { enrolApp, signInWithApp } from '../harness/arrange-factors.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask, outcomeOf, refused } from '../harness/front.ts';

let front: FakeFront;
let home: Arranged;

beforeEach(async () => {
  front = fakeFront();
  home = await arrangeOrganization(front);
});

const nothing = {
  'credentials-of-nobody': 0,
  'credentials-missing': 0,
  'factors-untold': 0,
  'factors-differ': 0,
  'sign-out-untold': 0,
  failed: 0,
};

/** What a run finds, some minutes after whatever should have been told by then. */
async function found() {
  await front.advance(11 * 60);
  const { people, ...drifts } = await reconcileCredentials(front.world);
  expect(people).toBeGreaterThan(0);
  return drifts;
}

test('nothing, where all is well', async () => {
  await enrolApp(front, await arrangeUser(front, home));
  await front.settle();
  expect(await found()).toEqual(nothing);
});

test('a sign-out that Cognito has not heard of, once', async () => {
  const them = await arrangeUser(front, home);
  await ask(front, 'sign-out-user', { org: home.org, user: them.id }, home.owner);
  expect(await found()).toEqual({ ...nothing, 'sign-out-untold': 1 });
  expect(await front.world.identity.refresh(them.cookie.split(':').at(-1) ?? '')).toBeUndefined();
  expect(await found()).toEqual(nothing);
});

test('a reset of factors that Cognito has not heard of, once', async () => {
  const them = await arrangeUser(front, home);
  await enrolApp(front, them);
  await ask(front, 'reset-user-mfa', { org: home.org, user: them.id }, home.owner);
  expect(await found()).toEqual({ ...nothing, 'factors-untold': 1, 'sign-out-untold': 1 });
  expect(await front.world.identity.factorsOf(them.id)).toEqual([]);
  expect(await found()).toEqual(nothing);
});

test('nothing of what is under way', async () => {
  const them = await arrangeUser(front, home);
  await enrolApp(front, them);
  await ask(front, 'reset-user-mfa', { org: home.org, user: them.id }, home.owner);
  const { people: _, ...drifts } = await reconcileCredentials(front.world);
  expect(drifts).toEqual(nothing);
});

test('lost credentials, again and again until they are back', async () => {
  const them = await arrangeUser(front, home);
  await front.world.identity.remove(them.id);
  expect(await found()).toEqual({ ...nothing, 'credentials-missing': 1 });
  expect(await found()).toEqual({ ...nothing, 'credentials-missing': 1 });
  await front.world.identity.setPassword(them.id, password);
  expect(await found()).toEqual(nothing);
});

test('a factor that Cognito has lost for good: told every day, and no obstacle to anybody else', async () => {
  const [them, other] = [await arrangeUser(front, home), await arrangeUser(front, home)];
  await enrolApp(front, them);
  const app = await enrolApp(front, other);
  await front.world.identity.forgetFactors(them.id, ['authenticator']);
  await front.world.identity.askFor(other.id, []);
  const runs = [];
  for (let hour = 0; hour < 24; hour++) {
    await front.advance(60 * 60);
    runs.push(await reconcileCredentials(front.world));
  }
  expect(runs.reduce((sum, run) => sum + Number(run['factors-differ']), 0)).toBe(2);
  expect((await signInWithApp(front, other.email, app)).status).toBe(200);
  expect(outcomeOf(await refused(front, 'sign-in', { email: them.email, password }))).toBe('200');
});
