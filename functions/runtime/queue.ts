/** The door of a subscriber: a batch from its queue, of which only what failed comes back. */
import type { EventBridgeEvent, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { factsOf, log } from './log.ts';

/** One message as EventBridge wrote it into the queue. */
export type BusMessage = EventBridgeEvent<string, unknown>;

export type Subscriber<P> = (message: BusMessage, ports: P) => Promise<void>;

/**
 * A Lambda that hands each message to the subscriber. A message whose handling throws is reported as failed, item
 * by item; the queue gives it again and at last lays it in the dead-letter queue.
 */
export function queueHandler<P>(name: string, subscriber: Subscriber<P>, ports: P) {
  const failed = async (record: SQSRecord): Promise<boolean> => {
    try {
      await subscriber(JSON.parse(record.body), ports);
      return false;
    } catch (error) {
      log('warn', 'message failed', { subscriber: name, messageId: record.messageId, ...factsOf(error) });
      return true;
    }
  };
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const outcomes = await Promise.all(
      Records.map(async record => ({ record, failed: await failed(record) })),
    );
    const failures = outcomes.filter(outcome => outcome.failed);
    log('info', 'messages', {
      subscriber: name,
      handled: Records.length - failures.length,
      failed: failures.length,
    });
    return { batchItemFailures: failures.map(({ record }) => ({ itemIdentifier: record.messageId })) };
  };
}
