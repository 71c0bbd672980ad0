/**
 * One call in five goes wrong, in all the ways that AWS does: throttled, timed out after the work was done, in
 * conflict. Requests succeed or say that they could not, nothing is half written, and once it is over all is well.
 */
import { expect, test } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { arrangeOrganization, arrangeUser, freshEmail, onboarding, password } from '../harness/arrange.ts';
import { trials } from '../harness/at-once.ts';
import { type FakeFront, fakeFront, listenersTo } from '../harness/fake-front.ts';
import { ask, outcomeOf, refused, tokenIn } from '../harness/front.ts';
import { type Around, around } from '../world/around.ts';
import { type Chance, oneOf, seeded, seedOfRun } from '../world/chance.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';
import { breaches, leftBehind } from '../world/invariants.ts';

const refusals = [
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'InternalServerError',
  'InternalErrorException',
  'TransactionInProgressException',
  'ECONNRESET',
];

/** One call in five: refused before it does anything, lost in contention, or done with nobody told. */
function flaky(chance: Chance): Around {
  return async (call, run) => {
    if (chance() >= 0.2) return run();
    const way = oneOf(chance, ['refused', 'lost', 'contended']);
    if (way === 'contended' && call === 'directory.commit')
      return { ok: false, conflict: { on: 'contention' } } as Awaited<ReturnType<typeof run>>;
    if (way === 'lost') await run();
    const name = way === 'lost' ? 'TimeoutError' : oneOf(chance, refusals);
    throw Object.assign(new Error(`${call} failed`), { name });
  };
}

/** What people do all day; who and what is left to chance. */
const deeds: [route: RouteKey, more?: object][] = [
  ['invite-user'],
  ['invite-user'],
  ['accept-invitation'],
  ['accept-invitation'],
  ['send-invitation'],
  ['extend-invitation', { expiresInMinutes: 30 }],
  ['revoke-invitation'],
  ['copy-invitation-link'],
  ['deactivate-user'],
  ['reactivate-user'],
  ['delete-user'],
  ['get-user'],
  ['list-users'],
  ['sign-in'],
  ['forgot-password'],
];

const answered: Record<string, number> = {};

test.each(trials(12))('60 requests in an outage (%i)', async trial => {
  const chance = seeded(seedOfRun + trial);
  const world = fakeWorld();
  const steady = fakeFront(world);
  const shaky = around(world, flaky(chance));
  const front = { ...fakeFront(shaky), world };
  const home = await arrangeOrganization(steady);
  const people = [(await arrangeUser(steady, home, 'owner')).id, home.owner.id];
  const emails = trials(5).map(() => freshEmail('outage'));

  for (const _ of trials(60)) {
    const [route, more] = oneOf(chance, deeds);
    const input = await inputFor(
      route,
      steady,
      { org: home.org, user: oneOf(chance, people) },
      oneOf(chance, emails),
    );
    const answer = await refused(front, route, { ...input, ...more }, home.owner, {
      headers: { 'if-match': `"${Math.ceil(chance() * 3)}"` },
    });
    const outcome = answer.status < 300 ? 'success' : outcomeOf(answer);
    answered[outcome] = (answered[outcome] ?? 0) + 1;
    expect(answer.status < 500 || answer.status === 503, `${route}: ${outcome}`).toBe(true);
    expect(breaches(world), `${route}: ${outcome}`).toEqual([]);
    const { items } = (await ask(steady, 'list-users', everybody(home.org), home.owner)).body;
    people.splice(0, people.length, ...items.map(({ id }) => id));
    if (chance() < 0.3) await hear(world, shaky);
    world.clock.advance(5);
  }

  await hear(world, world);
  await steady.settle();
  await steady.runSchedule('expire-invitations');
  expect(breaches(world)).toEqual([]);
  expect(leftBehind(world)).toEqual([]);
});

test('the outage was one, and yet many came through', () => {
  expect(answered.success).toBeGreaterThan(60);
  expect(answered.unavailable).toBeGreaterThan(60);
});

const everybody = (org: string) => ({ org, status: ['invited', 'active', 'inactive'], limit: 200 });

async function inputFor(
  route: RouteKey,
  front: FakeFront,
  about: { org: string; user: string },
  email: string,
) {
  if (route === 'sign-in') return { email, password };
  if (route === 'forgot-password') return { email };
  if (route === 'list-users') return { org: about.org };
  if (route === 'invite-user')
    return {
      org: about.org,
      firstName: 'O',
      lastName: 'O',
      email,
      role: 'user',
      access: { mode: 'all' },
      expiresInMinutes: 5,
    };
  if (route !== 'accept-invitation') return about;
  const mails = await front.mailsTo(email);
  return mails.length > 0 ? onboarding(tokenIn(mails.at(-1))) : onboarding('A'.repeat(43));
}

/** Every event to its subscribers, each asked again after the queue's wait until it is done. */
async function hear(world: FakeWorld, through: FakeWorld): Promise<void> {
  for (const event of world.directory.events.slice(-20)) {
    for (const listener of listenersTo(event)) {
      for (let attempt = 1, done = false; attempt <= 20 && !done; attempt++) {
        done = await listener({ detail: event }, through).then(
          () => true,
          () => false,
        );
        if (!done) world.clock.advance(41);
      }
    }
  }
}
