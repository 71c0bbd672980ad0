/** The local cloud's own AWS clients. Those for what is polled go straight to their servers, past the gate. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { administrator } from './iam/rule.ts';
import type { Place } from './servers/place.ts';
import type { Ports } from './servers/ports.ts';

export type Clients = {
  readonly dynamodb: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly s3: S3Client;
  /** Through the gate: a queue's URL begins with the address at which it was created. */
  readonly sqs: SQSClient;
  readonly sqsForPolling: SQSClient;
  destroy(): void;
};

export const endpointOf = (port: number): string => `http://127.0.0.1:${port}`;

export function createClients(ports: Ports, { region }: Place): Clients {
  const common = { region, credentials: administrator };
  const dynamodb = new DynamoDBClient({ ...common, endpoint: endpointOf(ports.dynamodb) });
  const streams = new DynamoDBStreamsClient({ ...common, endpoint: endpointOf(ports.dynamodb) });
  const s3 = new S3Client({ ...common, endpoint: endpointOf(ports.queues), forcePathStyle: true });
  const sqs = new SQSClient({ ...common, endpoint: endpointOf(ports.gate) });
  const sqsForPolling = new SQSClient({
    ...common,
    endpoint: endpointOf(ports.queues),
    useQueueUrlAsEndpoint: false,
  });
  const all = [dynamodb, streams, s3, sqs, sqsForPolling];
  return {
    dynamodb,
    streams,
    s3,
    sqs,
    sqsForPolling,
    destroy() {
      for (const client of all) client.destroy();
    },
  };
}
