/** What follows at Cognito breaks at each of its calls in turn, and its queue gives it once more: then all is well. */
import { expect, test } from 'vitest';
import { alignFactors } from '../../functions/events/align-factors.ts';
import { endSessions } from '../../functions/events/end-sessions.ts';
import { reconcileCredentials } from '../../functions/schedules/reconcile-credentials.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { enrolApp, enrolTelephone } from '../harness/arrange-factors.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { around } from '../world/around.ts';
import type { FakeWorld } from '../world/fake-world.ts';
import { breakAt, type Manner, type Moment } from './breaking.ts';

type Follower = (front: FakeFront, world: FakeWorld) => Promise<unknown>;

const newest = ({ world }: FakeFront) => ({ detail: world.directory.events.at(-1) }) as never; // as the bus brings it

const followers: [name: string, route: RouteKey, follow: Follower][] = [
  ['aligning factors', 'reset-user-mfa', (front, world) => alignFactors(newest(front), world)],
  ['ending sessions', 'sign-out-user', (front, world) => endSessions(newest(front), world)],
  ['the hourly comparison', 'reset-user-mfa', (_, world) => reconcileCredentials(world)],
  ['the hourly comparison', 'sign-out-user', (_, world) => reconcileCredentials(world)],
];

const ways = followers.flatMap(([name, route, follow]) =>
  (['dies', 'fails'] as const).flatMap(manner =>
    (['before', 'after'] as const).map(moment => ({ name, route, follow, manner, moment })),
  ),
);

test.each(ways)('$name after $route $manner $moment each call', async ({ route, follow, manner, moment }) => {
  let number = 1;
  while (await survives({ route, follow, manner, moment, number })) number++;
  expect(number).toBeGreaterThan(3);
});

type Trial = { route: RouteKey; follow: Follower; manner: Manner; moment: Moment; number: number };

async function survives({ route, follow, manner, moment, number }: Trial): Promise<boolean> {
  const front = fakeFront();
  const { world } = front;
  const home = await arrangeOrganization(front);
  const them = await arrangeUser(front, home);
  await enrolTelephone(front, them);
  await enrolApp(front, them);
  await front.settle();
  await ask(front, route, { org: home.org, user: them.id }, home.owner);
  await front.advance(11 * 60);

  const breaking = breakAt(number, moment, manner);
  await follow(front, around(world, breaking.around)).catch(() => undefined);
  await front.advance(90);
  await follow(front, world);

  const where = `broken ${moment} call ${number}, ${breaking.calls[number - 1]}`;
  expect(await world.identity.factorsOf(them.id), where).toEqual(
    route === 'reset-user-mfa' ? [] : ['authenticator', 'sms'],
  );
  const { body } = await ask(front, 'sign-in', { email: them.email, password });
  expect(body, where).toHaveProperty(route === 'reset-user-mfa' ? 'accessToken' : 'challenge');
  return breaking.calls.length >= number;
}
