/** Every event source mapping of the account, from its creation to the end. */
import type { Clients } from '../clients.ts';
import type { Clock } from '../clock.ts';
import type { Lambda } from './lambda.ts';
import { type QueueMapping, type RunningQueue, runQueueMapping } from './queue-mapping.ts';
import { type RunningStream, runStreamMapping, type StreamMapping } from './stream-mapping.ts';
import type { Deliver } from './targets.ts';

export type Mappings = {
  startQueue(mapping: QueueMapping): void;
  startStream(mapping: StreamMapping): void;
  /** Gives the newest records to their functions once more, as AWS may do at any time. */
  redeliverStreams(): Promise<void>;
  /** Whether all that was written before a moment (of `performance.now()`) has been taken, and nothing waits in a queue. */
  idleSince(moment: number): Promise<boolean>;
  stop(): Promise<void>;
};

type Options = {
  readonly clients: Clients;
  readonly lambda: Lambda;
  readonly clock: Clock;
  readonly deliver: Deliver;
  readonly warn: (message: string) => void;
};

export function createMappings(options: Options): Mappings {
  const queues: RunningQueue[] = [];
  const streams: RunningStream[] = [];
  return {
    startQueue: mapping =>
      queues.push(runQueueMapping(mapping, { ...options, sqs: options.clients.sqsForPolling })),
    startStream: mapping =>
      streams.push(runStreamMapping(mapping, { ...options, client: options.clients.streams })),
    async redeliverStreams() {
      for (const stream of streams) await stream.redeliver();
    },
    async idleSince(moment) {
      if (!streams.every(stream => stream.caughtUpSince(moment))) return false;
      return (await Promise.all(queues.map(queue => queue.isIdle()))).every(Boolean);
    },
    async stop() {
      await Promise.all([...queues, ...streams].map(mapping => mapping.stop()));
    },
  };
}
