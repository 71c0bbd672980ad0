import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, bundleFunctions } from '../../infra/build/bundle.ts';
import { apiLambdaFor } from '../../shared/contract/api-lambdas.ts';
import { followers } from '../../shared/contract/followers.ts';
import { routeKeys } from '../../shared/contract/routes.ts';
import { deploymentTasks, schedules } from '../../shared/contract/schedules.ts';
import { subscribers } from '../../shared/contract/subscribers.ts';
import { readPictureFile } from '../../shared/domain/picture-file/read-picture-file.ts';
import { png } from '../harness/picture-files.ts';

const root = resolve(import.meta.dirname, '../..');
const outdir = mkdtempSync(join(tmpdir(), 'tenantry-bundles-'));
let bundles: Bundle[];

beforeAll(async () => {
  bundles = await bundleFunctions(outdir);
});
afterAll(() => rmSync(outdir, { recursive: true }));

test('there is one bundle for each Lambda that the tables ask for', () => {
  const api = new Set(routeKeys.map(apiLambdaFor));
  const workers = [subscribers, schedules, followers, deploymentTasks].flatMap(table => Object.keys(table));
  const names = [...api, ...workers, 'files/picture-thread', 'speak-problems', 'show-page'];
  expect(bundles.map(({ name }) => name).sort()).toEqual(names.sort());
});

test('the core of the API, and what is asked at every click, stay under 300 KB, every other Lambda under 700 KB', () => {
  const limits = bundles.map(({ name, size }) => ({
    name,
    size,
    limit: name === 'core' || name === 'authorize' ? 300_000 : 700_000,
  }));
  expect(limits.filter(({ size, limit }) => size > limit)).toEqual([]);
});

test('what runs in CloudFront stays small', () => {
  expect(bundle('speak-problems').size).toBeLessThan(50_000);
  // CloudFront takes 10 KB of a function of its own.
  expect(bundle('show-page').size).toBeLessThan(10_000);
});

test.each([
  ['public', []],
  ['authorize', ['client-dynamodb']],
  ['core', ['client-dynamodb']],
  ['management', ['client-dynamodb']],
  ['account', ['client-cognito-identity-provider', 'client-dynamodb']],
  ['send-invitation-email', ['client-dynamodb', 'client-ses']],
  ['end-sessions', ['client-cognito-identity-provider', 'client-dynamodb']],
  ['publish', ['client-eventbridge']],
  ['files', ['client-dynamodb', 'client-s3']],
  ['remove-picture-files', ['client-dynamodb', 'client-s3']],
  ['count-invitations', ['client-dynamodb']],
  ['count-factors', ['client-dynamodb']],
  ['write-export', ['client-dynamodb', 'client-s3']],
  ['check-import', ['client-dynamodb', 'client-s3']],
  ['run-job', ['client-dynamodb', 'client-s3']],
  ['write-left-rows', ['client-dynamodb', 'client-s3']],
  ['files/picture-thread', []],
  ['speak-problems', []],
])('%s carries no client of AWS but its own', (name, clients) => {
  const carried = packagesIn(bundle(name)).filter(found => /^@aws-sdk\/client-/.test(found));
  expect(carried).toEqual(clients.map(client => `@aws-sdk/${client}`));
});

test('the codecs of pictures lie where the bundled thread looks for them, and in no other Lambda', async () => {
  const carried = globSync('**/*.wasm', { cwd: outdir });
  expect(carried.filter(file => !file.startsWith('files/node_modules/@jsquash/'))).toEqual([]);
  const read = readPictureFile(png({ width: 2, height: 2 }));
  const thread = new Worker(join(outdir, 'files/picture-thread.js'), { workerData: read.ok && read.file });
  const [made] = await once(thread, 'message');
  await thread.terminate();
  expect(made).toMatchObject({ ok: true, squares: [{ size: 96 }, { size: 384 }] });
});

test('every package in a bundle may be given away with it', () => {
  const packages = [...new Set(bundles.flatMap(packagesIn))];
  const licences = packages.map(name => ({ name, licence: manifest(name).license }));
  const free = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'ISC', '0BSD'];
  expect(licences.filter(({ licence }) => !free.includes(licence))).toEqual([]);
  expect(packages.filter(name => name.startsWith('@cloud-copilot/'))).toEqual([]);
});

function bundle(name: string): Bundle {
  const found = bundles.find(candidate => candidate.name === name);
  if (!found) throw new Error(`There is no bundle ${name}`);
  return found;
}

/** `@scope/name`, sorted. */
function packagesIn({ inputs }: Bundle): string[] {
  const named = inputs.flatMap(path => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(named)].sort();
}

function manifest(name: string): { license: string } {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
}
