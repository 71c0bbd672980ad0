/** Jobs while the world changes under them: whoever works on them dies, tires or has company, and whoever started them goes. */
import { expect, test } from 'vitest';
import { runJob } from '../../functions/events/run-job.ts';
import { ref } from '../../shared/domain/refs.ts';
import { beforeCommit, breakAt, type Manner, type Moment } from '../faults/breaking.ts';
import { arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeGroup } from '../harness/arrange-groups.ts';
import { aUser, store } from '../harness/entities.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { around } from '../world/around.ts';
import { assigningBreaches } from '../world/assigned.ts';
import { fakeWorld } from '../world/fake-world.ts';
import { interleaving } from '../world/interleaving.ts';

const count = 90;

/** A job of a manager that adds some to a group and was queued; and one that takes a deleted group from its members. */
async function arrange(kind: 'change-group-members' | 'unassign' = 'change-group-members') {
  const front = fakeFront();
  const home = await arrangeOrganization(front);
  const manager = await arrangeUser(front, home, 'manager');
  await front.settle();
  const group = await arrangeGroup(front, home);
  const users = Array.from({ length: count }, () => aUser({ organization: home.org }));
  await store(front.world, ...users);
  const add = users.map(({ id }) => id);
  const { org } = home;
  await ask(front, 'change-group-members', { org, group: group.id, add }, manager);
  if (kind === 'unassign') {
    const content = { org, group: group.id, type: 'folder', id: 'f', name: 'F' };
    await ask(front, 'grant-content', content, home.owner);
    await front.settle();
    await ask(front, 'delete-group', { org, group: group.id }, home.owner, {
      headers: { 'if-match': '"1"' },
    });
  }
  const queued = front.world.directory.events.filter(({ action }) => action === 'job.queued').at(-1);
  return { front, home, manager, group, add, queued, message: { detail: queued } as never }; // as the bus brings it
}

type Arranged = Awaited<ReturnType<typeof arrange>>;

const eventsOf = ({ front }: Pick<Arranged, 'front'>, action: string) =>
  front.world.directory.events.filter(event => event.action === action);

async function jobOf({ front, home, queued }: Arranged) {
  return (await ask(front, 'get-job', { org: home.org, job: queued?.target.id }, home.owner)).body;
}

async function groupsHad({ front, home, add }: Arranged) {
  const users = await front.world.directory.get(...add.map(id => ref.user(home.org, id)));
  return users.map(user => user?.groups.length);
}

/** Everybody is in, or out, with one audit entry each. */
async function isWhole(it: Arranged, where: string, groups = 1) {
  expect((await jobOf(it)).progress, where).toEqual({ done: count, failed: 0, skipped: 0, total: count });
  expect(await groupsHad(it), where).toEqual(Array(count).fill(groups));
  const action = groups ? 'group.member-added' : 'group.member-removed';
  const told = eventsOf(it, action).map(({ changes }) => changes[0]?.[groups ? 'after' : 'before']);
  expect(told.sort(), where).toEqual([...it.add].sort());
  expect(
    eventsOf(it, 'job.finished').filter(({ target }) => target.id === it.queued?.target.id),
  ).toHaveLength(1);
  const assigned = it.front.world.directory.stored().filter(({ type }) => type === 'assignment');
  expect(assigned, where).toHaveLength(count * groups);
  expect(assigningBreaches(it.front.world.directory.stored()), where).toEqual([]);
}

const ways = (['change-group-members', 'unassign'] as const).flatMap(kind =>
  (['dies', 'fails'] as const).flatMap(manner =>
    (['before', 'after'] as const).map(moment => ({ kind, manner, moment })),
  ),
);

test.each(ways)('$kind $manner $moment each call: given again, it is done once', async way => {
  let number = 1;
  while (await survives(number, way)) number++;
  expect(number).toBeGreaterThan(5 * 3);
});

type Way = { kind: 'change-group-members' | 'unassign'; manner: Manner; moment: Moment };

async function survives(number: number, { kind, manner, moment }: Way): Promise<boolean> {
  const it = await arrange(kind);
  const breaking = breakAt(number, moment, manner);
  await runJob(it.message, around(it.front.world, breaking.around)).catch(() => undefined);
  await runJob(it.message, it.front.world);
  const where = `broken ${moment} call ${number}, ${breaking.calls[number - 1]}`;
  await isWhole(it, where, kind === 'unassign' ? 0 : 1);
  if (kind === 'unassign') expect(JSON.stringify(contentIn(it.front)), where).toBe('[]');
  return breaking.calls.length >= number;
}

const contentIn = ({ world }: FakeFront) =>
  world.directory.stored().filter(({ type }) => type === 'content' || type === 'content-grant');

test('whoever works for long hands on, until it is done', async () => {
  const it = await arrange();
  const { world } = it.front;
  const slow = fakeFront(
    around(world, async (call, run) => {
      if (call === 'directory.commit') world.clock.advance(6);
      return run();
    }),
  );
  await slow.settle();
  await isWhole(it, 'slowly');
  expect(eventsOf(it, 'job.continued').length).toBeGreaterThan(1);
});

test.each([1, 2, 3, 4, 5])('three work on it at once: everybody is added once (%i)', async () => {
  const it = await arrange();
  const together = around(it.front.world, interleaving());
  await Promise.all([1, 2, 3].map(() => runJob(it.message, together)));
  await isWhole(it, 'together');
});

test('a finished job that is told of again changes nothing', async () => {
  const it = await arrange();
  await runJob(it.message, it.front.world);
  const before = it.front.world.directory.events.length;
  await runJob(it.message, it.front.world);
  expect(it.front.world.directory.events).toHaveLength(before);
});

test.each(['role', 'access'])('whose starter loses their %s in the middle fails for the rest', async what => {
  const it = await arrange();
  const { front, home, manager } = it;
  const { org, owner } = home;
  const demote = async () => {
    const { headers } = await ask(front, 'get-user', { org, user: manager.id }, owner);
    const under = { headers: { 'if-match': headers.etag ?? '' } };
    if (what === 'access') return ask(front, 'deactivate-user', { org, user: manager.id }, owner);
    return ask(front, 'edit-user', { org, user: manager.id, role: 'user' }, owner, under);
  };
  await runJob(it.message, around(front.world, beforeCommit(2, demote)));
  const { state, progress } = await jobOf(it);
  expect(state).toBe('done');
  expect(progress, 'the batch under way was asked for while they could').toEqual({
    ...{ done: 40, failed: 50, skipped: 0, total: 90 },
  });
  expect((await groupsHad(it)).filter(groups => groups === 1)).toHaveLength(40);
  const input = { org, job: it.queued?.target.id, limit: 200 };
  const { items } = (await ask(front, 'list-job-items', input, owner)).body;
  expect(items.at(-1)).toMatchObject({
    outcome: 'failed',
    reason: 'Whoever started this may not do it any more.',
  });
});

test('somebody is edited meanwhile: they are tried again, and added', async () => {
  const it = await arrange();
  const { front, home, add } = it;
  const rename = async () => {
    const [user] = await front.world.directory.get(ref.user(home.org, add[0] ?? home.owner.id));
    if (!user) throw new Error('There is nobody to rename');
    const after = { ...user, version: user.version + 1, displayName: 'Meanwhile' };
    await front.world.directory.commit({ changes: [{ do: 'update', before: user, after }], events: [] });
  };
  await runJob(it.message, around(front.world, beforeCommit(1, rename)));
  await isWhole(it, 'meanwhile');
});

test('somebody whom others change all the time is given up on; everybody else is added', async () => {
  const it = await arrange();
  const { directory } = it.front.world;
  const busy = it.add[25];
  const commit: typeof directory.commit = async given => {
    const isBusy = given.changes.some(
      change => change.do === 'update' && 'id' in change.after && change.after.id === busy,
    );
    return isBusy ? { ok: false, conflict: { on: 'contention' } } : directory.commit(given);
  };
  await runJob(it.message, { ...it.front.world, directory: { ...directory, commit } });
  const { progress, state } = await jobOf(it);
  expect(progress).toEqual({ done: count - 1, failed: 1, skipped: 0, total: count });
  expect(state).toBe('done');
  expect((await groupsHad(it)).filter(groups => groups === 0)).toHaveLength(1);
});

test('where nothing can be written for long, the queue is to give it again', async () => {
  const it = await arrange();
  const { directory } = fakeWorld();
  const refusing = async () => ({ ok: false, conflict: { on: 'contention' } }) as const;
  const stuck = { ...it.front.world, directory: { ...it.front.world.directory, commit: refusing } };
  await expect(runJob(it.message, stuck)).rejects.toThrow('Others are in the way');
  expect(directory.events).toEqual([]);
});
