import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, serve } from '../../../infra/local/servers/http.ts';
import { type QueueServer, startQueues } from '../../../infra/local/servers/queues.ts';
import { credentials, freePort } from './servers-support.ts';

let queues: QueueServer;
let files: LocalServer;
let s3: S3Client;

beforeAll(async () => {
  queues = await startQueues({ port: await freePort() });
  files = await serve(queues.s3, 0, 'S3');
  s3 = new S3Client({ endpoint: files.endpoint, region: 'us-east-1', credentials });
  await s3.send(new CreateBucketCommand({ Bucket: 'imports' }));
  await s3.send(new CreateBucketCommand({ Bucket: 'private' }));
  queues.setCors('imports', [
    {
      AllowedOrigins: ['http://localhost:*'],
      AllowedMethods: ['PUT'],
      AllowedHeaders: ['content-*'],
      ExposedHeaders: ['ETag'],
      MaxAge: 300,
    },
  ]);
});
afterAll(() => Promise.all([files.stop(), queues.stop()]));

const origin = 'http://localhost:4000';

type Question = { bucket?: string; from?: string; method?: string; headers?: string };

const preflight = ({
  bucket = 'imports',
  from = origin,
  method = 'PUT',
  headers = 'content-type',
}: Question) =>
  fetch(`${files.endpoint}/${bucket}/rows.csv`, {
    method: 'OPTIONS',
    headers: {
      origin: from,
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  });

test('what is put is read back', async () => {
  await s3.send(new PutObjectCommand({ Bucket: 'private', Key: 'a/ä b.csv', Body: 'one,two' }));
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'private', Key: 'a/ä b.csv' }));
  await expect(Body?.transformToString()).resolves.toBe('one,two');
});

test('a browser may upload where a rule of the bucket fits', async () => {
  const answer = await preflight({});
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '300',
  });
  const put = await fetch(`${files.endpoint}/imports/rows.csv`, {
    method: 'PUT',
    headers: { origin },
    body: 'a,b',
  });
  expect(put.status).toBe(200);
  expect(put.headers.get('access-control-expose-headers')).toBe('ETag');
});

test.each([
  ['another origin', { from: 'https://elsewhere.example' }],
  ['another method', { method: 'DELETE' }],
  ['another header', { headers: 'content-type, x-secret' }],
  ['a bucket without rules', { bucket: 'private' }],
])('a browser is refused for %s', async (_why, question) => {
  const answer = await preflight(question);
  expect(answer.status).toBe(403);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a message that is sent is received', async () => {
  const sqs = new SQSClient({ endpoint: queues.endpoint, region: 'us-east-1', credentials });
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'work' }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'do it' }));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(['do it']);
});
