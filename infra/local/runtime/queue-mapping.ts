/** Lambda's event source mapping for SQS: messages come in batches, and what fails comes again. */

import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Clock } from '../clock.ts';
import { failedItems } from './batch.ts';
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

export function runQueueMapping(mapping: QueueMapping, { sqs, lambda, clock, warn }: Options): Running {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const hidden = followClock(mapping, sqs, clock);

  const handle = async (messages: readonly Message[]) => {
    const handles = new Map(messages.map(message => [message.MessageId ?? '', message.ReceiptHandle ?? '']));
    const outcome = await lambda.invoke(mapping.functionArn, {
      Records: messages.map(message => record(message, mapping)),
    });
    const failed = new Set(failedItems(outcome, [...handles.keys()], mapping.reportsItems));
    const done = [...handles].filter(([id]) => !failed.has(id));
    hidden.add([...handles].flatMap(([id, handle]) => (failed.has(id) ? [handle] : [])));
    if (done.length === 0) return;
    const Entries = done.map(([Id, ReceiptHandle]) => ({ Id, ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: mapping.queueUrl, Entries }));
  };

  const receive = async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: mapping.queueUrl,
        MaxNumberOfMessages: Math.min(mapping.batchSize, LARGEST_RECEIVE),
        WaitTimeSeconds: LONG_POLL_SECONDS,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: stopping.signal },
    );
    if (Messages.length === 0) return;
    const batch = handle(Messages).catch(error => warn(`A batch of ${mapping.queueArn} was lost: ${error}`));
    underWay.add(batch);
    void batch.finally(() => underWay.delete(batch));
  };

  const loop = async () => {
    while (!stopping.signal.aborted) {
      if (underWay.size >= BATCHES_AT_ONCE) await Promise.race(underWay);
      await receive().catch(async error => {
        if (stopping.signal.aborted) return;
        warn(`Nothing could be received from ${mapping.queueArn}: ${error}`);
        await sleep(PAUSE_AFTER_FAILURE);
      });
    }
  };
  const looping = loop();

  return {
    async stop() {
      stopping.abort();
      hidden.stop();
      await Promise.all([looping, ...underWay]);
    },
  };
}

/**
 * The queue server hides a failed message by the machine's clock. When the local cloud's clock jumps past the end
 * of that time, the message is shown again at once.
 */
function followClock({ queueUrl, visibilityTimeoutSeconds }: QueueMapping, sqs: SQSClient, clock: Clock) {
  const hidden = new Map<string, number>();
  const stopListening = clock.onMove(() => {
    for (const [ReceiptHandle, shownAt] of hidden) {
      if (shownAt > clock.now()) continue;
      hidden.delete(ReceiptHandle);
      const show = new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle,
        VisibilityTimeout: 0,
      });
      // By now the message may be visible again by itself, and its handle worth nothing.
      sqs.send(show).catch(() => undefined);
    }
  });
  return {
    stop: stopListening,
    add(handles: readonly string[]) {
      const now = clock.now();
      for (const [handle, shownAt] of hidden) if (shownAt < now) hidden.delete(handle);
      for (const handle of handles) hidden.set(handle, now + visibilityTimeoutSeconds * 1000);
    },
  };
}

function record(message: Message, { queueArn }: QueueMapping) {
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
