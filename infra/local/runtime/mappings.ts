/** Every event source mapping of the account, from its creation to the end. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clients } from '../clients.ts';
import type { Clock } from '../clock.ts';
import type { Lambda } from './lambda.ts';
import { createPulse, type Pulse } from './pulse.ts';
import { type QueueMapping, type RunningQueue, runQueueMapping } from './queue-mapping.ts';
import { type RunningStream, runStreamMapping, type StreamMapping } from './stream-mapping.ts';
import type { Deliver } from './targets.ts';

export type Mappings = {
  /** Something was written, or somebody waits for it to be taken. */
  wake(): void;
  startQueue(mapping: QueueMapping): void;
  startStream(mapping: StreamMapping): void;
  /** Gives the newest records to their functions once more, as AWS may do at any time. */
  redeliverStreams(): Promise<void>;
  /** Runs something whose records are given to no function; what was written before is given first. */
  unfollowed<T>(run: () => Promise<T>): Promise<T>;
  /** Whether the function is given what is written from now on; what was written before is given, or not, as until now. */
  follow(functionArn: string, follows: boolean): Promise<void>;
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

/** Between two looks whether all is read. */
const PAUSE = 50;

/** Resolves once everything that was written before the call has been read. */
async function caughtUp(streams: readonly RunningStream[], pulse: Pulse): Promise<void> {
  const called = performance.now();
  pulse.wake();
  while (!streams.every(stream => stream.caughtUpSince(called))) await sleep(PAUSE);
}

export function createMappings(options: Options): Mappings {
  const queues: RunningQueue[] = [];
  const streams: RunningStream[] = [];
  const pulse = createPulse();
  return {
    wake: pulse.wake,
    startQueue: mapping =>
      queues.push(runQueueMapping(mapping, { ...options, sqs: options.clients.sqsForPolling })),
    startStream: mapping =>
      streams.push(runStreamMapping(mapping, { ...options, pulse, client: options.clients.streams })),
    async redeliverStreams() {
      for (const stream of streams) await stream.redeliver();
    },
    async unfollowed(run) {
      await caughtUp(streams, pulse);
      for (const stream of streams) stream.listen(false);
      try {
        return await run();
      } finally {
        await caughtUp(streams, pulse);
        for (const stream of streams) stream.listen(true);
      }
    },
    async follow(functionArn, follows) {
      const meant = streams.filter(stream => stream.functionArn === functionArn);
      await caughtUp(meant, pulse);
      for (const stream of meant) stream.listen(follows);
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
