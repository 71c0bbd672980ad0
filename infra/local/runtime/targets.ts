/** Where rules, schedules and dead letters send things: a queue or a Lambda, told apart by the ARN. */

import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { failure, messageOf } from '../failure.ts';
import type { Lambda } from './lambda.ts';
import type { Outcome } from './lambda-messages.ts';

/** Never rejects: nobody waits for what is delivered in the background, and a failure is an outcome. */
export type Deliver = (targetArn: string, payload: unknown) => Promise<Outcome>;

type Options = {
  readonly sqs: SQSClient;
  readonly lambda: Lambda;
  readonly queueUrl: (arn: string) => string;
  readonly warn: (message: string) => void;
};

/** An asynchronous invocation is tried three times in all, as in AWS, though not minutes apart. */
const PAUSES_BEFORE_RETRY = [200, 1000];

export function createDeliver({ sqs, lambda, queueUrl, warn }: Options): Deliver {
  const invoke = async (arn: string, payload: unknown): Promise<Outcome> => {
    for (const pause of PAUSES_BEFORE_RETRY) {
      const outcome = await lambda.invoke(arn, payload);
      if (outcome.ok) return outcome;
      await sleep(pause);
    }
    return lambda.invoke(arn, payload);
  };

  const send = async (arn: string, payload: unknown): Promise<Outcome> => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl(arn), MessageBody: JSON.stringify(payload) }));
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
