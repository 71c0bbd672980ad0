/** SQS queues and where their dead letters go. */
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { creator } from '../template/deploy.ts';
import { arnOf, boolean, encryption, ignored, number, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const Queue = z.strictObject({
  QueueName: z.optional(z.string()),
  VisibilityTimeout: z.optional(number),
  MessageRetentionPeriod: z.optional(number),
  DelaySeconds: z.optional(number),
  MaximumMessageSize: z.optional(number),
  ReceiveMessageWaitTimeSeconds: z.optional(number),
  FifoQueue: z.optional(boolean),
  ContentBasedDeduplication: z.optional(boolean),
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: number })),
  RedriveAllowPolicy: ignored('it only forbids others to name this queue'),
  KmsMasterKeyId: encryption,
  KmsDataKeyReusePeriodSeconds: encryption,
  SqsManagedSseEnabled: encryption,
  Tags: tags,
});

export const queue = ({ clients: { sqs } }: Services) =>
  creator(Queue, async (properties, position) => {
    const { QueueName = physicalName(position, 80), Tags: _, ...rest } = properties;
    const attributes = Object.entries(rest)
      .filter(([name, value]) => value !== undefined && !UNREAD.includes(name))
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName, Attributes: Object.fromEntries(attributes) }),
    );
    return { ref: QueueUrl, attributes: { Arn: arnOf(position, 'sqs', QueueName), QueueName, QueueUrl } };
  });

const UNREAD = [
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
];
