/**
 * A request breaks at each of its calls in turn, before and after the call takes effect; whoever asked repeats it.
 * It finishes, or says clearly that it is done, and at no moment is anything half written.
 */
import { expect, test } from 'vitest';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask, outcomeOf, refused } from '../harness/front.ts';
import { validRequest } from '../harness/valid-requests.ts';
import { around, type Call } from '../world/around.ts';
import { fakeWorld } from '../world/fake-world.ts';
import { breaches, leftBehind } from '../world/invariants.ts';
import { breakAt, type Manner, type Moment } from './breaking.ts';
import { type Play, type Scene, type Story, stories } from './stories.ts';

const ways = stories.flatMap(story =>
  (['dies', 'fails'] as const).flatMap(manner =>
    (['before', 'after'] as const).map(moment => ({ story, name: story.name, manner, moment })),
  ),
);

test.each(ways)('$name: the Lambda $manner $moment each call', async ({ story, manner, moment }) => {
  let number = 1;
  while (await survives(story, number, moment, manner)) number++;
  expect(number, 'a request without any call proves nothing').toBeGreaterThan(1);
});

/** One trial in a world of its own; false when the request has fewer calls than that. */
async function survives(story: Story, number: number, moment: Moment, manner: Manner): Promise<boolean> {
  const world = fakeWorld();
  const front = fakeFront(world);
  const scene: Scene = { front, home: await arrangeOrganization(front) };
  const play = await story.arrange(scene);
  const breaking = breakAt(number, moment, manner);
  const broken = await fakeFront(around(world, breaking.around)).send(play.request);
  const where = `broken ${moment} call ${number}, ${breaking.calls[number - 1]}: answered ${outcomeOf(broken)}`;
  expect(breaches(world), where).toEqual([]);
  if (breaking.calls.length < number) {
    expect(broken.status, where).toBeLessThan(300);
    return false;
  }
  expect(broken.status < 300 || broken.status === 503, where).toBe(true);

  const repeated = await repeat(play, scene);
  expect(['success', ...story.done], where).toContain(repeated);
  await front.settle();
  await play.holds();
  expect(breaches(world), where).toEqual([]);
  expect(leftBehind(world), where).toEqual([]);
  return true;
}

test.each(stories)('$name: others are in the way of what it would write', async story => {
  const world = fakeWorld();
  const front = fakeFront(world);
  const scene: Scene = { front, home: await arrangeOrganization(front) };
  const play = await story.arrange(scene);
  let commits = 0;
  const contended = around(world, async (call, run) => {
    if (call !== 'directory.commit' || commits++ > 0) return run();
    return { ok: false, conflict: { on: 'contention' } } as Awaited<ReturnType<typeof run>>;
  });
  const answer = await fakeFront(contended).send(play.request);
  expect(commits).toBeGreaterThan(0);
  if (answer.status >= 300) {
    expect(outcomeOf(answer)).toBe('unavailable');
    expect(['success', ...story.done]).toContain(await repeat(play, scene));
  }
  await front.settle();
  await play.holds();
  expect(breaches(world)).toEqual([]);
});

/** As somebody does who is told to wait a moment. */
async function repeat({ request }: Play, { front }: Scene): Promise<string> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const answer = await front.send(request);
    if (answer.status < 300) return 'success';
    if (!['invitation-busy', 'changed-meanwhile'].includes(outcomeOf(answer))) return outcomeOf(answer);
    await front.advance(30);
  }
  return 'never finishes';
}

test.each<Call>(['directory.claim', 'identity.setPassword', 'directory.commit', 'identity.signIn'])(
  'whoever is deleted while they accept, just before %s, leaves no credentials behind',
  async moment => {
    const world = fakeWorld();
    const front = fakeFront(world);
    const home = await arrangeOrganization(front);
    const { input } = await validRequest('accept-invitation', { front, home });
    const overtaken = around(world, async (call, run) => {
      if (call === moment) await removeUser(front, home);
      return run();
    });
    const answer = await refused(fakeFront(overtaken), 'accept-invitation', input);
    expect(['link-unknown', 'changed-meanwhile']).toContain(outcomeOf(answer));
    await front.settle();
    expect(breaches(world)).toEqual([]);
    expect(leftBehind(world)).toEqual([]);
  },
);

test.each<Call>(['directory.get', 'identity.signIn', 'directory.commit'])(
  'whoever is deleted while they sign in, just before %s, leaves no session behind',
  async moment => {
    const world = fakeWorld();
    const front = fakeFront(world);
    const home = await arrangeOrganization(front);
    const { email } = await arrangeUser(front, home);
    const overtaken = around(world, async (call, run) => {
      if (call === moment) await removeUser(front, home);
      return run();
    });
    const answer = await refused(fakeFront(overtaken), 'sign-in', { email, password });
    expect(['wrong-credentials', 'no-active-membership']).toContain(outcomeOf(answer));
    await front.settle();
    expect(breaches(world)).toEqual([]);
    expect(leftBehind(world)).toEqual([]);
  },
);

/** Whoever is no owner, if they are still there, and everything that follows from it. */
async function removeUser(front: FakeFront, { org, owner }: Arranged): Promise<void> {
  const { body } = await ask(front, 'list-users', { org, status: ['invited', 'active'] }, owner);
  const found = body.items.find(({ role }) => role === 'user');
  if (!found) return;
  const headers = { 'if-match': `"${found.version}"` };
  await ask(front, 'delete-user', { org, user: found.id }, owner, { headers });
  await front.settle();
}
