/** Files of exports on their way to S3 and from there, against the local one: in parts, whole or not at all, by links that die. */
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, serve } from '../../../infra/local/servers/http.ts';
import { secretAccessKey } from '../../../infra/local/servers/place.ts';
import { type QueueServer, startQueues } from '../../../infra/local/servers/queues.ts';
import { openExportLinks, openExportWriter } from '../../../shared/adapters/exports/exports.ts';
import type { ExportLinks, ExportWriter, Row } from '../../../shared/ports/exports.ts';
import { readRecords } from '../../harness/read-export.ts';
import { freePort, movableClock } from './servers-support.ts';

const clock = movableClock();
let queues: QueueServer;
let gate: LocalServer;
let exports: ExportWriter & ExportLinks;
const calls: string[] = [];

beforeAll(async () => {
  clock.advance((Date.now() - clock.read().getTime()) / 1000);
  queues = await startQueues({ port: await freePort(), clock: clock.read });
  const counted: QueueServer['s3'] = call => {
    calls.push(`${call.method} ${new URL(call.url, 'http://s3').search.replace(/=[^&]*/g, '')}`);
    return queues.s3(call);
  };
  gate = await serve(counted, 0, 'S3');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: gate.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: 'local',
  });
  await new S3Client().send(new CreateBucketCommand({ Bucket: 'exports' }));
  exports = { ...openExportWriter({ bucket: 'exports' }), ...openExportLinks({ bucket: 'exports' }) };
});
afterAll(() => Promise.all([gate.stop(), queues.stop()]));

/** So many pages of a hundred rows of a kilobyte. */
async function* pages(count: number): AsyncGenerator<readonly Row[]> {
  yield [['ID', 'Name']];
  for (let page = 0; page < count; page++)
    yield Array.from({ length: 100 }, (_, i) => [`${page}-${i}`, `${page} `.repeat(300)]);
}

async function fetched(key: string) {
  const { url } = await exports.linkTo(key, 'users.csv');
  const answer = await fetch(url);
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

test('a large file goes in parts and comes back whole', async () => {
  calls.length = 0;
  await exports.writeExport('exports/large.csv', 'csv', pages(120));
  expect(calls.map(call => call.split('&')[0])).toEqual([
    'POST ?uploads',
    'PUT ?partNumber',
    'PUT ?partNumber',
    'POST ?uploadId',
  ]);
  const { bytes } = await fetched('exports/large.csv');
  const records = await readRecords('csv', bytes);
  expect(records).toHaveLength(12_000);
  expect(new Set(records.map(({ ID }) => ID)).size).toBe(12_000);
});

test('what breaks off leaves the file that was there before, and no parts', async () => {
  await exports.writeExport('exports/twice.csv', 'csv', pages(1));
  const { bytes } = await fetched('exports/twice.csv');
  const broken = async function* () {
    yield* pages(80);
    throw new Error('The directory is away');
  };
  calls.length = 0;
  await expect(exports.writeExport('exports/twice.csv', 'csv', broken())).rejects.toThrow('is away');
  expect(calls.at(-1)).toBe('DELETE ?uploadId&x-id');
  expect((await fetched('exports/twice.csv')).bytes).toEqual(bytes);
});

test('a link names the file, and dies after ten minutes', async () => {
  await exports.writeExport('exports/small.xlsx', 'xlsx', pages(1));
  const { url, expiresAt } = await exports.linkTo('exports/small.xlsx', 'northwind-users.xlsx');
  expect(Math.abs(Date.parse(expiresAt) - Date.now() - 600_000)).toBeLessThan(5000);
  const { status, headers } = await fetch(url);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toBe('attachment; filename="northwind-users.xlsx"');
  expect(headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
  clock.advance(700);
  const dead = await fetch(url);
  expect([dead.status, await dead.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  clock.advance(-700);
});
