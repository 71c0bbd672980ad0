/** The door between the events table and the bus: what was committed is published, in order, at least once. */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { PortsFor } from '../../shared/ports.ts';
import { factsOf, log } from './log.ts';

/**
 * A Lambda that publishes inserted events. It reports the first record that could not be handed on, so that the
 * stream comes back to it and nothing after it is passed over.
 */
export function streamHandler({ publisher }: Pick<PortsFor<'events:publish'>, 'publisher'>) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const inserted = Records.filter(record => record.eventName === 'INSERT');
    const read = inserted.map(record => ({
      record,
      event: tryTo(() => publisher.eventIn(record.dynamodb?.NewImage)),
    }));
    const unreadable = read.find(({ event }) => event === undefined);
    const ahead = unreadable ? read.slice(0, read.indexOf(unreadable)) : read;
    const rejected = await publisher.publish(ahead.flatMap(({ event }) => event ?? []));
    const first = ahead.find(({ event }) => event && rejected.includes(event.id)) ?? unreadable;
    return { batchItemFailures: first ? [{ itemIdentifier: positionOf(first.record) }] : [] };
  };
}

function positionOf(record: DynamoDBRecord): string {
  return record.dynamodb?.SequenceNumber ?? '';
}

function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    log('error', 'event cannot be read', factsOf(error));
    return undefined;
  }
}
