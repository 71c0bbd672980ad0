/** Imports while the world changes under them: whoever works on them dies, has company or must wait, and people move. */
import { expect, test } from 'vitest';
import { runJob } from '../../functions/events/run-job.ts';
import { sendInvitationEmail } from '../../functions/events/send-invitation-email.ts';
import type { DomainEvent } from '../../shared/contract/events.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { beforeCommit, breakAt } from '../faults/breaking.ts';
import { arrangePlan, creating, editing } from '../harness/arrange-imports.ts';
import { trials } from '../harness/at-once.ts';
import { ask, tokenIn } from '../harness/front.ts';
import { commit, done, itemsOf, jobOf, message, type Stage, stage } from '../harness/run-imports.ts';
import { around } from '../world/around.ts';
import { type Chance, oneOf, seeded, seedOfRun } from '../world/chance.ts';
import type { FakeWorld } from '../world/fake-world.ts';
import { interleaving } from '../world/interleaving.ts';
import { breaches } from '../world/invariants.ts';

/** A week: however often somebody dies, invitations are not to expire meanwhile. */
const expiresInMinutes = 7 * 24 * 60;

/** 2,000 rows, mixed: a thousand come in, a thousand who have come in before are changed. */
async function mixed(it: Stage, sendInvitation: boolean): Promise<PlannedRow[]> {
  const there = (
    await done(
      it,
      trials(1000).map(number => creating(number)),
    )
  ).items;
  return there.flatMap(({ user }, i) => [
    creating(2 * i + 2, { sendInvitation, expiresInMinutes, ...(i % 3 === 0 && { username: `row-${i}` }) }),
    editing(2 * i + 3, user, {
      wish: { requireMfa: true },
      expected: [{ field: 'mfaRequired', before: false, after: true }],
    }),
  ]);
}

/** Runs a job's message with somebody who dies at one of their first calls, so many times or until it is over. */
async function killed(it: Stage, { id, queued }: Committed, { times, calls, chance }: Killing) {
  let [kills, where] = [0, ''];
  while (kills < times && !(await jobOf(it, id)).finishedAt) {
    const [number, moment] = [1 + Math.floor(chance() * calls), oneOf(chance, moments)];
    const breaking = breakAt(number, moment, 'dies');
    await runJob(queued, around(it.front.world, breaking.around)).catch(() => undefined);
    if (breaking.calls.length < number) continue;
    kills++;
    where = `kill ${kills}, ${moment} call ${number}, ${breaking.calls[number - 1]}`;
    if (kills % 40 === 0) expect(breaches(it.front.world), where).toEqual([]);
  }
  return kills;
}

type Committed = Awaited<ReturnType<typeof commit>>;
type Killing = { times: number; calls: number; chance: Chance };
const moments = ['before', 'after'] as const;

/** Everybody is there once, told of once, and counted; each row has its outcome once. */
async function isWhole(it: Stage, job: Job, { rows, since }: { rows: PlannedRow[]; since: number }) {
  const { directory } = it.front.world;
  const total = rows.length;
  expect(job).toMatchObject({ state: 'done', progress: { done: total, failed: 0, skipped: 0, total } });
  const items = await itemsOf(it, job.id);
  expect(items.map(({ row, user, outcome }) => [row, user, outcome])).toEqual(
    rows.map(({ number, user }) => [number, user, 'done']),
  );
  const told = directory.events.slice(since);
  const count = (...actions: string[]) => told.filter(({ action }) => actions.includes(action));
  const own = count('user.created', 'user.invited', 'user.edited');
  expect(own.map(({ target }) => target.id)).toEqual(rows.map(({ user }) => user));
  expect(count('job.finished')).toHaveLength(1);
  expect(own.every(({ actor }) => actor.id === it.home.owner.id)).toBe(true);
  expect(breaches(it.front.world)).toEqual([]);
}

/** 200 deaths at random, on the way of one import. */
test.each(trials(2))(
  'whoever works on 2,000 rows dies 200 times, between any two awaits: nobody is lost or doubled (%i)',
  async trial => {
    const chance = seeded(seedOfRun + trial);
    const it = await stage();
    const rows = await mixed(it, false);
    const since = it.front.world.directory.events.length;
    const committed = await commit(it, await arrangePlan(it.front, it.home, rows));
    expect(await killed(it, committed, { times: 200, calls: 8, chance })).toBe(200);
    await it.front.settle();
    await isWhole(it, await jobOf(it, committed.id), { rows, since });
  },
);

/** Whoever mails an invitation dies at one of their calls; its queue gives the event again. Says whether a second copy goes. */
async function mailedBy(world: FakeWorld, event: DomainEvent, number: number, moment: 'before' | 'after') {
  const breaking = breakAt(number, moment, 'dies');
  await sendInvitationEmail(message(event), around(world, breaking.around)).catch(() => undefined);
  world.clock.advance(60);
  await sendInvitationEmail(message(event), world);
  const call = breaking.calls[number - 1];
  return call === (moment === 'after' ? 'mailer.send' : 'directory.settle');
}

test.each(trials(2))(
  'of 2,000 rows with invitations, whose workers and mailers die 200 times, each is mailed; twice only where one died between sending and marking (%i)',
  async trial => {
    const chance = seeded(seedOfRun + 100 + trial);
    const it = await stage();
    const { world } = it.front;
    const rows = await mixed(it, true);
    const [since, before] = [world.directory.events.length, world.mailbox.length];
    const committed = await commit(it, await arrangePlan(it.front, it.home, rows));
    expect(await killed(it, committed, { times: 100, calls: 12, chance })).toBe(100);
    while (!(await jobOf(it, committed.id)).finishedAt) await runJob(committed.queued, world);
    const invited = world.directory.events.slice(since).filter(({ action }) => action === 'user.invited');
    let again = 0;
    for (const [i, event] of invited.entries()) {
      if (i % 10 > 0) continue;
      const number = 1 + Math.floor(chance() * 7);
      if (await mailedBy(world, event, number, oneOf(chance, moments))) again++;
    }
    await it.front.settle();
    await isWhole(it, await jobOf(it, committed.id), { rows, since });
    const mails = world.mailbox.slice(before);
    const copies = Map.groupBy(mails, ({ tags }) => tags.invitation);
    expect([...copies.keys()].sort()).toEqual(rows.flatMap(row => row.create?.invitation ?? []).sort());
    expect(again).toBeGreaterThan(0);
    expect(mails).toHaveLength(1000 + again);
    for (const mail of [...copies.values()].filter(all => all.length > 1).flat()) {
      const { body } = await ask(it.front, 'lookup-invitation', { token: tokenIn(mail) });
      expect(body.state).toBe('pending');
    }
  },
);

test.each(trials(5))('three work on it at once: everybody comes in once (%i)', async trial => {
  const it = await stage();
  const rows = trials(200).map(number => creating(number));
  const since = it.front.world.directory.events.length;
  const { id, queued } = await commit(it, await arrangePlan(it.front, it.home, rows));
  const together = around(it.front.world, interleaving(seeded(seedOfRun + trial)));
  await Promise.all([1, 2, 3].map(() => runJob(queued, together)));
  await it.front.settle();
  await isWhole(it, await jobOf(it, id), { rows, since });
});

test('a read that fails is told of, and the queue gives the job again', async () => {
  for (const number of trials(12))
    for (const moment of moments) {
      const it = await stage();
      const rows = trials(60).map(each => creating(each));
      const since = it.front.world.directory.events.length;
      const { id, queued } = await commit(it, await arrangePlan(it.front, it.home, rows));
      const breaking = breakAt(number, moment, 'fails');
      await runJob(queued, around(it.front.world, breaking.around)).catch(() => undefined);
      await it.front.settle();
      await isWhole(it, await jobOf(it, id), { rows, since });
    }
});

const rows300 = () => trials(300).map(number => creating(number + 1));

test('paused in the middle it rests, resumed it goes on, called off it stops: and the counters say just that', async () => {
  const it = await stage();
  const { world } = it.front;
  const { org, owner } = it.home;
  const rows = rows300();
  const { id, queued } = await commit(it, await arrangePlan(it.front, it.home, rows));
  const steer = (route: 'pause-job' | 'resume-job' | 'cancel-job') =>
    ask(it.front, route, { org, job: id }, owner);
  const isAt = async (state: string, done: number) => {
    await it.front.settle();
    expect(await jobOf(it, id)).toMatchObject({
      state,
      progress: { done, failed: 0, skipped: 0, total: 300 },
    });
    const { body } = await ask(it.front, 'count-users', { org }, owner);
    expect(body).toMatchObject({ invited: done, active: 1 });
    expect(breaches(world)).toEqual([]);
  };
  await runJob(
    queued,
    around(
      world,
      beforeCommit(4, () => steer('pause-job')),
    ),
  );
  await isAt('paused', 72);
  await runJob(queued, world); // given again by the queue
  await isAt('paused', 72);
  await steer('resume-job');
  const resumed = message(world.directory.events.findLast(({ action }) => action === 'job.resumed'));
  await runJob(
    resumed,
    around(
      world,
      beforeCommit(3, () => steer('cancel-job')),
    ),
  );
  await isAt('cancelled', 120);
  expect((await itemsOf(it, id as Job['id'])).map(({ row }) => row)).toEqual(
    rows.slice(0, 120).map(({ number }) => number),
  );
});

test('invitations go at the pace that is set, those of bulks and of two imports together', async () => {
  const it = await stage();
  const { world } = it.front;
  const imports = await Promise.all(
    [1, 2].map(async () => {
      const rows = trials(30).map(number => creating(number + 1, { sendInvitation: true }));
      return commit(it, await arrangePlan(it.front, it.home, rows));
    }),
  );
  const users = (await done(it, rows300().slice(0, 20))).items.map(({ user }) => user);
  const wish = { deed: { action: 'send-invitation' }, selection: { users } };
  await ask(it.front, 'start-bulk', { org: it.home.org, ...wish }, it.home.owner);
  const bulk = message(world.directory.events.findLast(({ action }) => action === 'job.queued'));
  const together = around(world, interleaving(seeded(seedOfRun)));
  await Promise.all([...imports.map(({ queued }) => queued), bulk].map(queued => runJob(queued, together)));
  const bySecond = new Map<string, number>();
  for (const { action, time } of world.directory.events)
    if (action === 'user.invited' || action === 'invitation.sent')
      bySecond.set(time.slice(0, 19), (bySecond.get(time.slice(0, 19)) ?? 0) + 1);
  const { mailsPerSecond } = world.settings.pace;
  expect([...bySecond.values()].reduce((one, other) => one + other)).toBe(80);
  // Some are admitted at the end of one second and written at the beginning of the next.
  expect(Math.max(...bySecond.values())).toBeLessThanOrEqual(mailsPerSecond + 6);
  expect(bySecond.size).toBeGreaterThanOrEqual(7);
});
