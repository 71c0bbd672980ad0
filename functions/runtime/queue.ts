/** The doors of subscribers: a batch from their queue, of which only what failed comes back. */
import type { EventBridgeEvent, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { DomainEvent } from '../../shared/contract/events.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { factsOf, log } from './log.ts';

/** One message as EventBridge wrote it into the queue. */
export type BusMessage = EventBridgeEvent<string, unknown>;

export type Subscriber<P> = (message: BusMessage, ports: P) => Promise<void>;

/** What happened in one organization, as far as it came in one batch. */
export type Happened = { organization: OrganizationId; events: readonly DomainEvent[] };
export type TogetherSubscriber<P> = (happened: Happened, ports: P) => Promise<void>;

/**
 * A Lambda that hands each message to the subscriber. A message whose handling throws is reported as failed, item
 * by item; the queue gives it again and at last lays it in the dead-letter queue.
 */
export function queueHandler<P>(name: string, subscriber: Subscriber<P>, ports: P) {
  return ({ Records }: SQSEvent): Promise<SQSBatchResponse> =>
    handled(
      name,
      Records.map(record => ({
        records: [record],
        run: async () => subscriber(JSON.parse(record.body), ports),
      })),
    );
}

/**
 * A Lambda that hands over at once what happened in one organization. Where that throws, all of it is reported as
 * failed; a message that cannot be read, alone.
 */
export function togetherHandler<P>(name: string, subscriber: TogetherSubscriber<P>, ports: P) {
  return ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const read = Records.map(record => ({ record, event: eventIn(record) }));
    const together = Map.groupBy(read, ({ record, event }) => event?.organization ?? record);
    const parts = [...together].map(([of, all]) => ({
      records: all.map(({ record }) => record),
      run: async () => {
        if (typeof of !== 'string') throw new Error('What came is no event');
        await subscriber({ organization: of, events: all.flatMap(({ event }) => event ?? []) }, ports);
      },
    }));
    return handled(name, parts);
  };
}

function eventIn({ body }: SQSRecord): DomainEvent | undefined {
  try {
    return DomainEvent.parse(JSON.parse(body).detail);
  } catch {
    return undefined;
  }
}

/** What is done, or fails, at once. */
type Part = { records: readonly SQSRecord[]; run(): Promise<void> };

async function handled(subscriber: string, parts: readonly Part[]): Promise<SQSBatchResponse> {
  const failures = await Promise.all(parts.map(part => failedIn(subscriber, part)));
  const failed = failures.flat();
  const all = parts.flatMap(({ records }) => records);
  log('info', 'messages', { subscriber, handled: all.length - failed.length, failed: failed.length });
  return { batchItemFailures: failed.map(itemIdentifier => ({ itemIdentifier })) };
}

/** The messages of a part that failed: all, or none. */
async function failedIn(subscriber: string, { records, run }: Part): Promise<string[]> {
  try {
    await run();
    return [];
  } catch (error) {
    const failed = records.map(({ messageId }) => messageId);
    for (const messageId of failed)
      log('warn', 'message failed', { subscriber, messageId, ...factsOf(error) });
    return failed;
  }
}
