/** Numbers by day: whatever comes twice, late, out of order or in a batch that fails, each event counts once. */
import type { SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInvitations } from '../../functions/events/count-invitations.ts';
import { togetherHandler } from '../../functions/runtime/queue.ts';
import { systemIds } from '../../shared/adapters/system.ts';
import { type Action, DomainEvent } from '../../shared/contract/events.ts';
import { subscribers } from '../../shared/contract/subscribers.ts';
import { lastDays } from '../../shared/domain/daily.ts';
import type { DayNumbers } from '../../shared/domain/model-overview.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { fakeWorld } from '../world/fake-world.ts';
import '../harness/quiet.ts';

const organizations = [systemIds.make('org'), systemIds.make('org')];
const { listensTo } = subscribers['count-invitations'];

const events = fc.array(
  fc
    .record({
      action: fc.constantFrom(...listensTo, 'user.created', 'invitation.revoked'),
      organization: fc.constantFrom(...organizations),
      // Around midnight, where one day becomes the next.
      hours: fc.integer({ min: 0, max: 71 }),
    })
    .map(({ action, organization, hours }) => told(action, organization, hours)),
  { maxLength: 30 },
);

function told(action: string, organization: string, hours: number): DomainEvent {
  const time = timeOf(new Date(Date.UTC(2026, 9, 30, 0, 30) + hours * 3_600_000));
  const target = { type: 'user', id: systemIds.make('usr') };
  const about = { organization, action, target, time, changes: [], requestId: 'test' };
  return DomainEvent.parse({ ...about, id: systemIds.make('evt'), actor: { kind: 'system' } });
}

const message = (detail: unknown, i = 0) => ({ messageId: `m${i}`, body: JSON.stringify({ detail }) });
const batchOf = (all: readonly unknown[]) => ({ Records: all.map(message) }) as unknown as SQSEvent; // what is read of it

/** A plain count, by organization and day. */
function counted(all: readonly DomainEvent[]): Record<string, object> {
  const numberOf: Partial<Record<Action, string>> = {
    'user.invited': 'sent',
    'invitation.sent': 'sent',
    'invitation.accepted': 'accepted',
    'invitation.expired': 'expired',
    'invitation.bounced': 'bounced',
  };
  const days: Record<string, Record<string, number>> = {};
  for (const { organization, time, action } of all) {
    const number = numberOf[action];
    if (!number) continue;
    const key = `${organization} ${time.slice(0, 10)}`;
    days[key] ??= { sent: 0, accepted: 0, expired: 0, bounced: 0 };
    days[key][number] = (days[key][number] ?? 0) + 1;
  }
  return days;
}

/** What the subscriber makes of batches, each given again for as long as anything of it fails. */
async function kept(batches: readonly (readonly DomainEvent[])[], chance: readonly number[]) {
  const world = fakeWorld();
  let calls = 0;
  const days: typeof world.days = {
    count: async (...given) => {
      const luck = chance[calls++ % chance.length] ?? 1;
      if (luck === 0) throw new Error('Before it was written');
      await world.days.count(...given);
      if (luck === 2) throw new Error('After it was written');
    },
  };
  const handler = togetherHandler('count-invitations', countInvitations, { ...world, days });
  for (const batch of batches) {
    let left = batch;
    while (left.length > 0) {
      const { batchItemFailures } = await handler(batchOf(left));
      const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      left = left.filter((_, i) => failed.includes(`m${i}`));
    }
  }
  const stored = world.directory.stored().filter(({ type }) => type === 'day') as DayNumbers[];
  return Object.fromEntries(
    stored.map(({ type: _, organization, day, ...numbers }) => [`${organization} ${day}`, numbers]),
  );
}

test('in any order, repeated as may be, and with batches that fail on the way, the numbers are a plain count', async () => {
  const story = events.chain(all =>
    fc.record({
      all: fc.constant(all),
      // Each at least once, some more often.
      told: fc
        .array(fc.integer({ min: 0, max: Math.max(0, all.length - 1) }), { maxLength: 40 })
        .map(again => [...all, ...again.flatMap(i => all[i] ?? [])])
        .chain(each => fc.shuffledSubarray(each, { minLength: each.length })),
      size: fc.integer({ min: 1, max: 10 }),
      chance: fc.array(fc.constantFrom(0, 1, 1, 2), { minLength: 1 }).map(some => [...some, 1]),
    }),
  );
  await fc.assert(
    fc.asyncProperty(story, async ({ all, told, size, chance }) => {
      const batches = Array.from({ length: Math.ceil(told.length / size) }, (_, i) =>
        told.slice(i * size, (i + 1) * size),
      );
      expect(await kept(batches, chance)).toEqual(counted(all));
    }),
    { numRuns: 100, seed: 20261122 },
  );
});

test('what is no event comes back alone, and the others count', async () => {
  const world = fakeWorld();
  const handler = togetherHandler('count-invitations', countInvitations, world);
  const good = told('user.invited', organizations[0] ?? '', 0);
  const broken = { messageId: 'm2', body: 'no JSON' };
  const given = batchOf([good, { ...good, id: 7 }]);
  given.Records.push(broken as (typeof given.Records)[number]);
  const { batchItemFailures } = await handler(given);
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2']);
  expect(world.directory.stored()).toEqual([expect.objectContaining({ day: '2026-10-30', sent: 1 })]);
});

test('the days of an overview have no gaps, whatever month or year they cross', () => {
  const now = timeOf(new Date('2026-03-02T00:00:00.000Z'));
  const days = lastDays(now, 90, []);
  expect(days).toHaveLength(90);
  expect(days.slice(-4).map(({ day }) => day)).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ]);
  expect(days[0]).toEqual({ day: '2025-12-03', sent: 0, accepted: 0, expired: 0, bounced: 0 });
});
