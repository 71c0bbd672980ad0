/** SQS and S3: fauxqs, in process, and in front of its S3 what a browser's upload needs: forms and CORS answers. */
import type { buildApp } from 'fauxqs';
import { failure } from '../failure.ts';
import { forward, type Handler, type LocalServer } from './http.ts';
import { requireFreePorts } from './ports.ts';
import { answerPreflight, type CorsRule, withCors } from './s3-cors.ts';
import { completeS3 } from './s3-objects.ts';

export type QueueServer = LocalServer & {
  /** SQS's API: what the gate passes SQS calls to. */
  readonly sqs: Handler;
  /** S3's API with forms and CORS: what the gate passes S3 calls and browsers' uploads and preflights to. */
  readonly s3: Handler;
  /** A bucket's `CorsConfiguration.CorsRules`, as in the template. A bucket without rules refuses browsers. */
  setCors(bucket: string, rules: readonly CorsRule[]): void;
};

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;

/**
 * A store whose queue URLs begin with the host that was called. The store that fauxqs makes itself says
 * `sqs.<region>.localhost`, a name that not every machine resolves; it exports no way to another.
 */
async function plainStore(): Promise<Stores['sqsStore']> {
  const module = new URL('./sqs/sqsStore.js', import.meta.resolve('fauxqs'));
  const { SqsStore } = (await import(module.href)) as { SqsStore: new () => Stores['sqsStore'] };
  return Object.assign(new SqsStore(), { host: undefined });
}

/**
 * Starts SQS and S3. A queue's URL begins with the host that its CreateQueue was sent to, and the SDK sends to that
 * host: queues for Lambdas are created through the gate, or their calls would pass it by.
 */
export async function startQueues({
  port,
  clock = () => new Date(),
}: {
  readonly port: number;
  readonly clock?: () => Date;
}): Promise<QueueServer> {
  await requireFreePorts({ queues: port });
  const { buildApp } = await import('fauxqs');
  const app = buildApp({ logger: false, stores: { sqsStore: await plainStore() } as Stores });
  const endpoint = await app.listen({ port, host: '127.0.0.1' }).catch((error: unknown) => {
    throw failure(`SQS and S3 could not listen on port ${port}`, error);
  });
  const s3 = completeS3(call => forward(call, endpoint), clock);
  const cors = new Map<string, readonly CorsRule[]>();
  const rulesFor = (url: string) => cors.get(url.split(/[/?]/)[1] ?? '') ?? [];
  return {
    endpoint,
    sqs: call => forward(call, endpoint),
    async s3(call) {
      if (call.method === 'OPTIONS') return answerPreflight(call, rulesFor(call.url));
      return withCors(await s3(call), call, rulesFor(call.url));
    },
    setCors: (bucket, rules) => {
      cors.set(bucket, rules);
    },
    stop: () => app.close(),
  };
}
