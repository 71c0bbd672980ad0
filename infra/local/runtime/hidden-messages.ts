/** Queue messages that failed and are hidden for a while, by the local cloud's clock. */
import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../clock.ts';

export type HiddenMessages = { add(receiptHandles: readonly string[]): void; stop(): void };

type Options = {
  readonly queueUrl: string;
  readonly visibilityTimeoutSeconds: number;
  readonly sqs: SQSClient;
  readonly clock: Clock;
};

/**
 * The queue server hides a failed message by the machine's own clock. Where the local cloud's clock jumps past the
 * end of that time, the message is shown again at once.
 */
export function followHiddenMessages(options: Options): HiddenMessages {
  const { queueUrl, visibilityTimeoutSeconds, sqs, clock } = options;
  const hidden = new Map<string, number>();
  const stop = clock.onMove(() => {
    for (const [ReceiptHandle, shownAt] of hidden) {
      if (shownAt > clock.now()) continue;
      hidden.delete(ReceiptHandle);
      const show = { QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout: 0 };
      // By now the message may be visible again by itself, and its handle worth nothing.
      sqs.send(new ChangeMessageVisibilityCommand(show)).catch(() => undefined);
    }
  });
  return {
    stop,
    add(receiptHandles) {
      const now = clock.now();
      for (const [handle, shownAt] of hidden) if (shownAt < now) hidden.delete(handle);
      for (const handle of receiptHandles) hidden.set(handle, now + visibilityTimeoutSeconds * 1000);
    },
  };
}
