/** Lambda's event source mapping for SQS: messages come in batches, and what fails comes again. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Clock } from '../clock.ts';
import { failedItems } from './batch.ts';
import { followHiddenMessages, type HiddenMessages } from './hidden-messages.ts';
import type { Lambda } from './lambda.ts';

export type QueueMapping = {
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly functionArn: string;
  readonly batchSize: number;
  readonly reportsItems: boolean;
  readonly visibilityTimeoutSeconds: number;
};

export type Running = { stop(): Promise<void> };

export type RunningQueue = Running & {
  /** Whether nothing waits to be taken or is being handled. What failed, and is hidden until later, does not count. */
  isIdle(): Promise<boolean>;
};

type Options = {
  readonly sqs: SQSClient;
  readonly lambda: Lambda;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
};

/** SQS gives no more than ten messages at once. */
const LARGEST_RECEIVE = 10;
/** As many batches at once as a function has threads here. */
const BATCHES_AT_ONCE = 2;
const LONG_POLL_SECONDS = 20;
const PAUSE_AFTER_FAILURE = 500;

export function runQueueMapping(mapping: QueueMapping, options: Options): RunningQueue {
  const { warn } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const hidden = followHiddenMessages({ ...mapping, ...options });
  const underWay = new Set<Promise<void>>();

  const takeBatch = async () => {
    const messages = await receive(mapping, options, signal);
    if (messages.length === 0) return;
    const batch = handle(messages, mapping, options, hidden).catch(error =>
      warn(`A batch of ${mapping.queueArn} was lost: ${error}`),
    );
    underWay.add(batch);
    void batch.finally(() => underWay.delete(batch));
  };

  const loop = async () => {
    while (!signal.aborted) {
      if (underWay.size >= BATCHES_AT_ONCE) await Promise.race(underWay);
      await takeBatch().catch(async error => {
        if (signal.aborted) return;
        warn(`Nothing could be received from ${mapping.queueArn}: ${error}`);
        await sleep(PAUSE_AFTER_FAILURE);
      });
    }
  };
  const looping = loop();

  return {
    isIdle: async () => underWay.size === 0 && (await visibleIn(mapping, options)) === 0,
    async stop() {
      stopping.abort();
      hidden.stop();
      await Promise.all([looping, ...underWay]);
    },
  };
}

async function receive({ queueUrl, batchSize }: QueueMapping, { sqs }: Options, abortSignal: AbortSignal) {
  const question = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: Math.min(batchSize, LARGEST_RECEIVE),
    WaitTimeSeconds: LONG_POLL_SECONDS,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  return (await sqs.send(question, { abortSignal })).Messages ?? [];
}

async function visibleIn({ queueUrl }: QueueMapping, { sqs }: Options): Promise<number> {
  const question = { QueueUrl: queueUrl, AttributeNames: ['ApproximateNumberOfMessages' as const] };
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(question));
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
}

/** Deletes what the function took; what it did not stays hidden until its time is over. */
async function handle(
  messages: readonly Message[],
  mapping: QueueMapping,
  { sqs, lambda }: Options,
  hidden: HiddenMessages,
): Promise<void> {
  const handles = messages.map(({ MessageId = '', ReceiptHandle = '' }) => ({
    Id: MessageId,
    ReceiptHandle,
  }));
  const Records = messages.map(message => toRecord(message, mapping));
  const outcome = await lambda.invoke(mapping.functionArn, { Records });
  const ids = handles.map(({ Id }) => Id);
  const failed = new Set(failedItems(outcome, ids, mapping.reportsItems));
  hidden.add(handles.filter(({ Id }) => failed.has(Id)).map(({ ReceiptHandle }) => ReceiptHandle));
  const Entries = handles.filter(({ Id }) => !failed.has(Id));
  if (Entries.length === 0) return;
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: mapping.queueUrl, Entries }));
}

function toRecord(message: Message, { queueArn }: QueueMapping) {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    { dataType: value.DataType, stringValue: value.StringValue },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3],
  };
}
