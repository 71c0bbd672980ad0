/** SQS: an operation is an action on its queue; a batch is the action that it repeats. */
import { arnOf, type Mapped, type MapWorld, need } from '../needs.ts';

const actions: Readonly<Record<string, string>> = {
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  CreateQueue: 'CreateQueue',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  DeleteQueue: 'DeleteQueue',
  GetQueueAttributes: 'GetQueueAttributes',
  GetQueueUrl: 'GetQueueUrl',
  PurgeQueue: 'PurgeQueue',
  ReceiveMessage: 'ReceiveMessage',
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  SetQueueAttributes: 'SetQueueAttributes',
};

export function mapSqs(operation: string, input: object, { place }: MapWorld): Mapped {
  const { QueueUrl, QueueName = '' } = input as { QueueUrl?: string; QueueName?: string };
  if (operation === 'ListQueues') return { operation, needs: [need('sqs:ListQueues', '*')] };
  const action = actions[operation];
  const queue = QueueUrl?.split('/').at(-1) ?? QueueName;
  return { operation, needs: action ? [need(`sqs:${action}`, arnOf(place, 'sqs', '', queue))] : undefined };
}
