/** Where rules, schedules and dead letters send things: a queue or a Lambda, told apart by the ARN. */

import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueUrlCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Clients } from '../clients.ts';
import { failure, messageOf } from '../failure.ts';
import type { Lambda } from './lambda.ts';
import type { Outcome } from './lambda-messages.ts';

/** Never rejects: nobody waits for what is delivered in the background, and a failure is an outcome. */
export type Deliver = (targetArn: string, payload: unknown) => Promise<Outcome>;

type Options = {
  readonly clients: Clients;
  readonly lambda: Lambda;
  readonly warn: (message: string) => void;
};

/** An asynchronous invocation is tried three times in all, as in AWS, though not minutes apart. */
const PAUSES_BEFORE_RETRY = [200, 1000];

export function createDeliver({ clients, lambda, warn }: Options): Deliver {
  const urls = new Map<string, string>();
  const queueUrl = async (arn: string) => {
    const QueueName = arn.split(':').at(-1);
    const url = urls.get(arn) ?? (await clients.sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
    urls.set(arn, url ?? '');
    return url;
  };

  const invoke = async (arn: string, payload: unknown): Promise<Outcome> => {
    for (const pause of PAUSES_BEFORE_RETRY) {
      const outcome = await lambda.invoke(arn, payload);
      if (outcome.ok) return outcome;
      await sleep(pause);
    }
    return lambda.invoke(arn, payload);
  };

  const send = async (arn: string, payload: unknown): Promise<Outcome> => {
    const QueueUrl = await queueUrl(arn);
    await clients.sqsForPolling.send(
      new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(payload) }),
    );
    return { ok: true, payload: null };
  };

  return async (arn, payload) => {
    try {
      const outcome = await wayTo(arn, { invoke, send })(arn, payload);
      if (!outcome.ok) warn(`${arn} failed: ${outcome.error.errorMessage}`);
      return outcome;
    } catch (error) {
      warn(`Nothing could be delivered to ${arn}: ${messageOf(error)}`);
      return { ok: false, error: { errorType: 'Delivery', errorMessage: messageOf(error) } };
    }
  };
}

function wayTo(arn: string, ways: { readonly invoke: Deliver; readonly send: Deliver }): Deliver {
  const service = arn.split(':')[2];
  if (service === 'lambda') return ways.invoke;
  if (service === 'sqs') return ways.send;
  throw failure(`Nothing can be delivered to ${arn} on this machine: only to Lambdas and queues`);
}
