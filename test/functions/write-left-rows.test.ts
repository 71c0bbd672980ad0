/** The file of rows that did not get in, whoever dies over it: whole in the end, and noted once. */
import { expect, test } from 'vitest';
import { writeLeftRows } from '../../functions/events/write-left-rows.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import { ref } from '../../shared/domain/refs.ts';
import { breakAt } from '../faults/breaking.ts';
import { arrangePlan, creating, row } from '../harness/arrange-imports.ts';
import { trials } from '../harness/at-once.ts';
import { ask } from '../harness/front.ts';
import { readRows } from '../harness/read-export.ts';
import { commit, message, type Stage, stage } from '../harness/run-imports.ts';
import { around } from '../world/around.ts';

/** 250 rows: of every ten one has an error, and only a hundred of the others find a seat. */
const rows = trials(250).map(number =>
  number % 10 === 0
    ? { ...row(number + 1, 'error', [`wrong ${number}`]), errors: [{ reason: 'Wrong.', remedy: 'Mend it.' }] }
    : creating(number + 1, { sendInvitation: true }),
);

async function over(): Promise<Stage & { planned: Import; ended: never }> {
  const it = await stage({ seats: 101 });
  const planned = await arrangePlan(it.front, it.home, rows);
  await commit(it, planned);
  await it.front.settle();
  const ended = it.front.world.directory.events.findLast(({ action }) => action === 'job.finished');
  return { ...it, planned, ended: message(ended) };
}

async function leftOf({ front, home, planned }: Awaited<ReturnType<typeof over>>): Promise<string[][]> {
  const { body } = await ask(front, 'get-import', { org: home.org, import: planned.id }, home.owner);
  const { bytes } = await front.download(body.failed?.url ?? '');
  return readRows('csv', bytes);
}

const expected = [
  ['First name', 'Last name', 'Email', 'Outcome', 'Reason', 'Remedy'],
  ...rows
    .map(({ outcome, cells }) =>
      outcome === 'error'
        ? [cells[0], '', '', 'error', 'Wrong.', 'Mend it.']
        : [...cells, 'failed', expect.stringContaining('101 seats'), ''],
    )
    // The first hundred of those without an error got in.
    .filter((_, i) => i >= 111 || (i + 1) % 10 === 0),
];

test('rows with errors, and those that failed, stand in it in their order, and no others', async () => {
  expect(await leftOf(await over())).toEqual(expected);
});

const ways = (['dies', 'fails'] as const).flatMap(manner =>
  (['before', 'after'] as const).map(moment => ({ manner, moment })),
);

test.each(ways)('whoever writes it $manner $moment each call: given again, it is whole', async way => {
  const it = await over();
  const { world } = it.front;
  for (let number = 1; ; number++) {
    const [kept] = await world.directory.get(ref.import(it.home.org, it.planned.id));
    if (!kept) throw new Error('There is no import');
    const { hasFailed: _, ...before } = kept;
    // As if nobody had written it yet.
    const unnoted = { ...before, version: kept.version + 1 };
    const changes = [{ do: 'update', before: kept, after: unnoted }] as const;
    await world.directory.commit({ changes, events: [] });
    for (const key of [...world.imports.kept.keys()].filter(each => each.includes('failed')))
      world.imports.kept.delete(key);
    const breaking = breakAt(number, way.moment, way.manner);
    await writeLeftRows(it.ended, around(world, breaking.around)).catch(() => undefined);
    await writeLeftRows(it.ended, world);
    expect(await leftOf(it), `call ${number}, ${breaking.calls[number - 1]}`).toEqual(expected);
    if (breaking.calls.length < number) return;
  }
});

test('where everybody got in, and where it was no import, there is no file', async () => {
  const it = await stage();
  const planned = await arrangePlan(it.front, it.home, [creating(2)]);
  await commit(it, planned);
  await it.front.settle();
  expect([...it.front.world.imports.kept.keys()].filter(key => key.includes('failed'))).toEqual([]);
});
