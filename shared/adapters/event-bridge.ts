/** Events onto the bus, and out of the stream that carries them there. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { DomainEvent, eventSource } from '../contract/events.ts';
import type { EventId } from '../contract/ids.ts';
import type { Publisher } from '../ports/messages.ts';

/** EventBridge takes ten at a time. */
const atATime = 10;

export function openEventBridge({ bus }: { bus: string }): Publisher {
  const client = new EventBridgeClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  });
  return {
    eventIn: image => DomainEvent.parse(unmarshall(image as Parameters<typeof unmarshall>[0])), // parsed right away
    publish: async events => {
      const rejected: EventId[] = [];
      for (let from = 0; from < events.length; from += atATime) {
        rejected.push(...(await put(client, bus, events.slice(from, from + atATime))));
      }
      return rejected;
    },
  };
}

/** An answer of 200 may still say that some entries failed. */
async function put(
  client: EventBridgeClient,
  bus: string,
  events: readonly DomainEvent[],
): Promise<EventId[]> {
  const { Entries = [] } = await client.send(
    new PutEventsCommand({
      Entries: events.map(event => ({
        EventBusName: bus,
        Source: eventSource,
        DetailType: event.action,
        Time: new Date(event.time),
        Detail: JSON.stringify(event),
      })),
    }),
  );
  return events.filter((_, i) => Entries[i]?.ErrorCode).map(event => event.id);
}
