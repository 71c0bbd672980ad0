/** The fixture's events: from the table's stream over bus and queue to a Lambda, with everything that can go wrong. */
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { startFixture } from './fixture/start.ts';
import { openTable } from './fixture/table.ts';

let cloud: LocalCloud;
let table: ReturnType<typeof openTable>;
const warnings: string[] = [];

beforeAll(async () => {
  cloud = await startFixture({ warn: message => warnings.push(message) });
  table = openTable(cloud);
}, 60_000);
afterAll(() => cloud?.stop());

async function waiting(queue: string): Promise<number> {
  const sqs = new SQSClient({ ...cloud.aws });
  const QueueUrl = cloud.find('AWS::SQS::Queue', queue).ref;
  const question = new GetQueueAttributesCommand({
    QueueUrl,
    AttributeNames: ['ApproximateNumberOfMessages'],
  });
  return Number((await sqs.send(question)).Attributes?.ApproximateNumberOfMessages);
}

const make = (thing: object) =>
  fetch(`${cloud.api}/things`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(thing),
  });

test('what a request writes reaches its consumer well within a second', async () => {
  await make({ id: 'warm' });
  await table.seen('warm', 1);
  const began = performance.now();
  await make({ id: 'quick' });
  await table.seen('quick', 1);
  expect(performance.now() - began).toBeLessThan(700);
});

test('what nobody’s Lambda wrote is found too', async () => {
  await table.put('direct');
  await table.seen('direct', 1);
});

test('an event that the rule’s pattern does not want goes nowhere', async () => {
  await make({ id: 'nothing', size: 0 });
  await make({ id: 'something', size: 1 });
  await table.seen('something', 1);
  await cloud.settled();
  await table.seen('nothing', 0);
});

test('one record that cannot be published is parted from the others and set aside', async () => {
  await Promise.all(['before', 'unpublishable', 'after'].map(id => table.put(id)));
  await table.seen('before', 1);
  await table.seen('after', 1);
  await expect.poll(() => waiting('Unpublished')).toBe(1);
  expect(warnings.join()).toContain('given up');
});

test('a record that is delivered again is seen again', async () => {
  await make({ id: 'again' });
  await table.seen('again', 1);
  await cloud.redeliverStreams();
  await table.seen('again', 2);
});

test('a message that fails comes again when the clock has moved, and ends among the dead letters', async () => {
  await make({ id: 'poison' });
  await table.seen('poison', 1);
  await cloud.settled();
  await table.seen('poison', 1);
  cloud.clock.advance(11 * 60);
  await table.seen('poison', 2);
  await cloud.settled();
  cloud.clock.advance(11 * 60);
  await expect.poll(() => waiting('Poison')).toBe(1);
});

test('a schedule runs when its time comes, once however far the clock jumps, and by name', async () => {
  expect(await table.get('tick')).toBeUndefined();
  cloud.clock.advance(5 * 3600);
  await expect.poll(() => table.get('tick')).toBeDefined();
  const first = await table.get('tick');
  expect(JSON.parse(String(first?.event))).toMatchObject({
    source: 'aws.scheduler',
    'detail-type': 'Scheduled Event',
  });
  expect(Math.abs(Number(first?.at) - cloud.clock.now())).toBeLessThan(5_000);

  await cloud.runSchedule('tick');
  expect(Number((await table.get('tick'))?.at)).toBeGreaterThan(Number(first?.at));
  const door = `${cloud.console}/_local/schedules`;
  expect((await fetch(`${door}/tick`, { method: 'POST' })).status).toBe(200);
  expect((await fetch(`${door}/tock`, { method: 'POST' })).status).toBe(422);
});

test('a Lambda can be called by name, and tells how it failed', async () => {
  expect(await cloud.invoke('founder', {})).toEqual({ ok: true, payload: null });
  const failed = await cloud.invoke('publish', { Records: 'rubbish' });
  expect(failed).toMatchObject({ ok: false, error: { errorType: 'TypeError' } });
});
