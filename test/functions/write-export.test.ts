/** The file of an export while the world changes: whoever writes it dies or has company, and whoever asked for it goes. */
import { expect, test } from 'vitest';
import { writeExport } from '../../functions/events/write-export.ts';
import type { ExportFormat } from '../../shared/contract/exports.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import { breakAt, type Manner, type Moment } from '../faults/breaking.ts';
import { arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { aUser, store } from '../harness/entities.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { readRecords, readRows } from '../harness/read-export.ts';
import { type Around, around } from '../world/around.ts';
import type { FakeWorld } from '../world/fake-world.ts';
import { interleaving } from '../world/interleaving.ts';

/** An admin's export of so many users and the owner, asked for and not begun. */
async function arrange(count: number, format: ExportFormat = 'csv') {
  const front = fakeFront();
  const home = await arrangeOrganization(front);
  const admin = await arrangeUser(front, home, 'admin', { firstName: 'Aaron' });
  await front.settle();
  const users = Array.from({ length: count }, (_, i) => aUser({ organization: home.org, lastName: `L${i}` }));
  for (let i = 0; i < count; i += 90) await store(front.world, ...users.slice(i, i + 90));
  const wish = { org: home.org, format, columns: ['id', 'lastName'], filter: {}, sort: 'createdAt' };
  const { body } = await ask(front, 'start-export', wish, admin);
  const queued = front.world.directory.events.filter(({ action }) => action === 'export.queued').at(-1);
  const message = { detail: queued } as never; // as the bus brings it
  const look = async () =>
    (await ask(front, 'get-export', { org: home.org, export: body.id }, home.owner)).body;
  const file = () => front.world.exports.kept.get(`exports/${home.org}/${body.id}.${format}`);
  return { front, home, admin, users, message, look, file };
}

type Arranged = Awaited<ReturnType<typeof arrange>>;

const toldOf = ({ front }: Arranged, action: string) =>
  front.world.directory.events.filter(event => event.action === action);

/** Done, with everybody in the file once, and told of once. */
async function isWhole(it: Arranged, where: string) {
  expect(await it.look(), where).toMatchObject({ state: 'done', rows: it.users.length + 2 });
  const rows = await readRows('csv', it.file() ?? new Uint8Array());
  const everybody = [it.home.owner.id, it.admin.id, ...it.users.map(({ id }) => id)];
  expect(rows.map(([id]) => id).sort(), where).toEqual(['ID', ...everybody].sort());
  expect(toldOf(it, 'users.exported'), where).toHaveLength(1);
}

const ways = (['dies', 'fails'] as const).flatMap(manner =>
  (['before', 'after'] as const).map(moment => ({ manner, moment })),
);

test.each(ways)('$manner $moment each call: given again, it is whole', async way => {
  let number = 1;
  while (await survives(number, way)) number++;
  expect(number).toBeGreaterThan(6);
});

async function survives(number: number, { manner, moment }: { manner: Manner; moment: Moment }) {
  const it = await arrange(3);
  const breaking = breakAt(number, moment, manner);
  const first = writeExport(it.message, around(it.front.world, breaking.around));
  await first.catch(() => undefined);
  await writeExport(it.message, it.front.world);
  await isWhole(it, `broken ${moment} call ${number}, ${breaking.calls[number - 1]}`);
  return breaking.calls.length >= number;
}

test.each([1, 2, 3, 4, 5])('three write it at once: it is whole, and told of once (%i)', async () => {
  const it = await arrange(3);
  const together = around(it.front.world, interleaving());
  await Promise.all([1, 2, 3].map(() => writeExport(it.message, together)));
  await isWhole(it, 'together');
});

test('what breaks off says so at once, and is left to the queue, which may still bring it about', async () => {
  const it = await arrange(3);
  const outage: Around = async (call, run) => {
    if (call === 'exports.writeExport') throw new Error('S3 is away');
    return run();
  };
  await expect(writeExport(it.message, around(it.front.world, outage))).rejects.toThrow('S3 is away');
  expect(await it.look()).toMatchObject({ state: 'failed', reason: /broke off/ });
  await writeExport(it.message, it.front.world);
  await isWhole(it, 'after all');
});

test.each(['csv', 'xlsx'] as const)(
  '2,500 rows as %s are read a page at a time, as they are written',
  async format => {
    const it = await arrange(2500, format);
    let [read, most] = [0, 0];
    const counted: FakeWorld = {
      ...it.front.world,
      directory: {
        ...it.front.world.directory,
        listUsers: async (organization, query) => {
          const slice = await it.front.world.directory.listUsers(organization, query);
          read += slice.users.length;
          return slice;
        },
      },
      exports: {
        ...it.front.world.exports,
        writeExport: (key, how, pages) =>
          it.front.world.exports.writeExport(
            key,
            how,
            (async function* () {
              let written = 0;
              for await (const rows of pages) {
                written += rows.length;
                most = Math.max(most, read - written + rows.length);
                yield rows;
              }
            })(),
          ),
      },
    };
    await writeExport(it.message, counted);
    const records = await readRecords(format, it.file() ?? new Uint8Array());
    expect(records).toHaveLength(2502);
    const ids = new Set(records.map(({ ID }) => ID));
    expect(it.users.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(most).toBeLessThanOrEqual(501);
  },
);

test('somebody who looks sees how far it is', async () => {
  const it = await arrange(1200);
  const seen: number[] = [];
  const slowly: Around = async (call, run) => {
    if (call === 'directory.listUsers') {
      it.front.world.clock.advance(3);
      seen.push((await it.look()).progress.done);
    }
    return run();
  };
  await writeExport(it.message, around(it.front.world, slowly));
  expect(seen).toEqual([0, 500, 1000]);
});

test('what takes too long is not tried again', async () => {
  const it = await arrange(1200);
  const slowly: Around = async (call, run) => {
    if (call === 'directory.listUsers') it.front.world.clock.advance(200);
    return run();
  };
  await writeExport(it.message, around(it.front.world, slowly));
  expect(await it.look()).toMatchObject({ state: 'failed', reason: /more users than one file takes/ });
  expect(toldOf(it, 'export.failed')).toHaveLength(1);
  await writeExport(it.message, it.front.world);
  expect((await it.look()).state).toBe('failed');
});

test.each([
  ['demoted', { role: 'manager' }],
  ['deactivated', { status: 'inactive' }],
] as const)('whoever was %s since gets nothing, and that is told', async (_, change) => {
  const it = await arrange(3);
  const { directory } = it.front.world;
  const [admin] = await directory.get(ref.user(it.home.org, it.admin.id));
  if (!admin) throw new Error('There is no admin');
  await directory.commit({
    changes: [{ do: 'update', before: admin, after: next(admin, change) }],
    events: [],
  });
  await writeExport(it.message, it.front.world);
  expect(await it.look()).toMatchObject({ state: 'failed', reason: /may not take users away/ });
  expect(toldOf(it, 'export.failed').map(({ changes }) => changes.at(-1))).toEqual([
    { field: 'reason', after: 'not-allowed' },
  ]);
  expect(it.file()).toBeUndefined();
});

test('after a day nobody sees it, swept or not', async () => {
  const it = await arrange(3);
  const { org, owner } = it.home;
  const list = async () => (await ask(it.front, 'list-exports', { org }, owner)).body.items;
  await writeExport(it.message, it.front.world);
  const { id } = await it.look();
  await it.front.advance(23 * 3600);
  expect(await list()).toHaveLength(1);
  await it.front.advance(3600);
  expect(await list()).toEqual([]);
  const gone = await ask(it.front, 'get-export', { org, export: id }, owner);
  expect(gone.status).toBe(404);
});
