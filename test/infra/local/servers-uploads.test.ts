/** The product's own way to S3, against the local one: forms as S3 takes them, and pictures with what is said of them. */
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, serve } from '../../../infra/local/servers/http.ts';
import { secretAccessKey } from '../../../infra/local/servers/place.ts';
import { type QueueServer, startQueues } from '../../../infra/local/servers/queues.ts';
import { openFiles } from '../../../shared/adapters/s3.ts';
import type { Files, UploadForm } from '../../../shared/ports/files.ts';
import { freePort, movableClock } from './servers-support.ts';

const clock = movableClock();
const page = 'https://people.example.com';
let queues: QueueServer;
let gate: LocalServer;
let s3: S3Client;
let files: Files;

beforeAll(async () => {
  clock.advance((Date.now() - clock.read().getTime()) / 1000);
  queues = await startQueues({ port: await freePort(), clock: clock.read });
  gate = await serve(queues.s3, 0, 'S3');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: gate.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: 'local',
  });
  s3 = new S3Client();
  for (const Bucket of ['uploads', 'pictures', 'other']) await s3.send(new CreateBucketCommand({ Bucket }));
  queues.setCors('uploads', [{ AllowedOrigins: [page], AllowedMethods: ['POST'] }]);
  files = openFiles({ uploads: 'uploads', pictures: 'pictures' });
});
afterAll(() => Promise.all([gate.stop(), queues.stop()]));

const limits = { maxBytes: 1000, type: 'image/png' };
const bytes = Uint8Array.from({ length: 600 }, (_, index) => index % 256);
let uploads = 0;
const newKey = () => `uploads/usr_1/upload-${++uploads}`;

/** As a browser sends it. `change` has its way with the fields first. */
async function post({ url, fields }: UploadForm, file: Uint8Array<ArrayBuffer> = bytes, change = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) {
    if (value !== undefined) form.append(name, String(value));
  }
  form.append('file', new Blob([file], { type: 'image/svg+xml' }), 'me.png');
  const answer = await fetch(url, { method: 'POST', body: form, headers: { origin: page } });
  const code = /<Code>(\w+)<\/Code><Message>(.*)<\/Message>/.exec(await answer.text());
  return {
    status: answer.status,
    origin: answer.headers.get('access-control-allow-origin'),
    why: code?.slice(1),
  };
}

test('what a form allows is taken, byte by byte, and told to the page that sent it', async () => {
  const key = newKey();
  expect(await post(await files.beginUpload(key, limits))).toEqual({ status: 204, origin: page });
  expect(await files.readUpload(key, 1000)).toEqual(bytes);
  expect(await s3.send(new HeadObjectCommand({ Bucket: 'uploads', Key: key }))).toMatchObject({
    ContentType: 'image/png',
    ContentLength: 600,
  });
});

test('a file of 50 MB is taken whole', async () => {
  const key = newKey();
  const maxBytes = 50 * 1024 * 1024;
  const large = new Uint8Array(maxBytes).map((_, at) => (at * 31 + (at >> 16)) % 256);
  expect(await post(await files.beginUpload(key, { maxBytes, type: 'text/csv' }), large)).toMatchObject({
    status: 204,
  });
  const kept = await files.readUpload(key, maxBytes);
  expect(Buffer.compare(Buffer.from(kept as Uint8Array), large)).toBe(0);
  expect(await s3.send(new HeadObjectCommand({ Bucket: 'uploads', Key: key }))).toMatchObject({
    ContentType: 'text/csv',
  });
});

test.each<[what: string, change: Record<string, unknown>, code: string, message: RegExp]>([
  [
    'under another key',
    { key: 'uploads/usr_2/x' },
    'AccessDenied',
    /Policy Condition failed: \["eq","\$key"/,
  ],
  [
    'as another type',
    { 'Content-Type': 'text/html' },
    'AccessDenied',
    /Condition failed: \["eq","\$Content-Type"/,
  ],
  [
    'without a type',
    { 'Content-Type': undefined },
    'AccessDenied',
    /Condition failed: \["eq","\$Content-Type"/,
  ],
  ['readable by everybody', { acl: 'public-read' }, 'AccessDenied', /Extra input fields: acl/],
  ['with metadata', { 'x-amz-meta-name': 'me' }, 'AccessDenied', /Extra input fields: x-amz-meta-name/],
  [
    'with a signature of its own',
    { 'X-Amz-Signature': 'f'.repeat(64) },
    'SignatureDoesNotMatch',
    /does not match/,
  ],
  [
    'with a policy of its own',
    { Policy: btoa('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}') },
    'SignatureDoesNotMatch',
    /does not match/,
  ],
  ['without a policy', { Policy: undefined }, 'AccessDenied', /Access Denied/],
])('a file is refused %s', async (_, change, code, message) => {
  const key = newKey();
  const answer = await post(await files.beginUpload(key, limits), bytes, change);
  expect(answer).toEqual({ status: 403, origin: page, why: [code, expect.stringMatching(message)] });
  expect(await files.readUpload(key, 1000)).toBeUndefined();
});

test.each([
  ['nothing', 0, 'EntityTooSmall'],
  ['a byte more than is allowed', 1001, 'EntityTooLarge'],
])('%s is refused', async (_, length, code) => {
  const key = newKey();
  const answer = await post(await files.beginUpload(key, limits), new Uint8Array(length));
  expect(answer).toMatchObject({ status: 400, why: [code, expect.anything()] });
  expect(await files.readUpload(key, 1000)).toBeUndefined();
});

test('all that is allowed is taken', async () => {
  expect(await post(await files.beginUpload(newKey(), limits), new Uint8Array(1000))).toMatchObject({
    status: 204,
  });
});

test('a form is of use in its own bucket alone', async () => {
  const form = await files.beginUpload(newKey(), limits);
  const elsewhere = { ...form, url: form.url.replace('uploads', 'other') };
  expect(await post(elsewhere)).toMatchObject({
    status: 403,
    why: ['AccessDenied', expect.stringContaining('$bucket')],
  });
});

test('a form without a file is none', async () => {
  const { url, fields } = await files.beginUpload(newKey(), limits);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(400);
});

test('a form works for five minutes', async () => {
  const form = await files.beginUpload(newKey(), limits);
  clock.advance(295);
  expect(await post(form)).toMatchObject({ status: 204 });
  clock.advance(10);
  expect(await post(form)).toMatchObject({
    status: 403,
    why: ['AccessDenied', 'Invalid according to Policy: Policy expired.'],
  });
});

test('what is too large is not read, what is gone is gone', async () => {
  const key = newKey();
  clock.advance((Date.now() - clock.read().getTime()) / 1000);
  await post(await files.beginUpload(key, limits));
  expect(await files.readUpload(key, 599)).toBe('too-large');
  expect(await files.readUpload(key, 600)).toEqual(bytes);
  await files.removeUpload(key);
  await files.removeUpload(key);
  expect(await files.readUpload(key, 1000)).toBeUndefined();
});

test('a picture is kept in its sizes, for good, until it is removed', async () => {
  await files.storePicture('name', [
    { size: 96, bytes },
    { size: 384, bytes },
  ]);
  for (const size of [96, 384]) {
    const kept = await s3.send(
      new GetObjectCommand({ Bucket: 'pictures', Key: `pictures/name/${size}.webp` }),
    );
    expect(kept).toMatchObject({
      ContentType: 'image/webp',
      CacheControl: 'public, max-age=31536000, s-maxage=86400, immutable',
    });
    expect(await kept.Body?.transformToByteArray()).toEqual(bytes);
  }
  await files.removePicture('name');
  await files.removePicture('name');
  const gone = s3.send(new GetObjectCommand({ Bucket: 'pictures', Key: 'pictures/name/96.webp' }));
  await expect(gone).rejects.toMatchObject({ name: 'NoSuchKey' });
});
