/** The local cloud, with its demo data unless it is not wanted, and a small door for tests. Ends when stdin ends. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocalCloud } from '../../infra/local/cloud.ts';
import { runSeed } from '../../infra/local/seed/run-seed.ts';
import { cloudCalls } from './cloud-calls.ts';
import type { CloudAddress } from './here.ts';
import { without } from './without-permission.ts';

const forbidden = process.argv.find(given => given.startsWith('--without='))?.split('=')[1];
const calls = cloudCalls();
/** In milliseconds: what every call takes longer while it is watched. */
const slowness = 40;
let watched = false;
const cloud = await startLocalCloud({
  progress: step => console.error(`  local cloud: ${step}`),
  onCall: calls.onCall,
  countCapacity: () => watched,
  delay: async () => {
    if (watched) await sleep(slowness);
  },
  templatePatch: template => without(forbidden, template),
});
const { accounts } = await runSeed(cloud, { empty: process.argv.includes('--empty') });

const controls: Record<string, () => Promise<unknown>> = {
  settled: cloud.settled,
  'redeliver-streams': cloud.redeliverStreams,
  logs: async () => cloud.logs(),
  calls: async () => calls.take(cloud),
  watch: async () => {
    watched = true;
  },
  unwatch: async () => {
    watched = false;
  },
  'index-users': () => cloud.follow('index-users', true),
  'leave-users': () => cloud.follow('index-users', false),
};
const control = createServer(async (request, response) => {
  const answer = await controls[request.url?.slice(1) ?? '']?.();
  response.end(JSON.stringify(answer ?? null));
});
control.listen(0, '127.0.0.1');
await once(control, 'listening');
const { port } = control.address() as AddressInfo; // it listens on TCP

const { console: page, api, mailbox, environment } = cloud;
const address: CloudAddress = {
  page,
  api,
  mailbox,
  environment,
  accounts,
  control: `http://127.0.0.1:${port}`,
};
process.stdout.write(`${JSON.stringify(address)}\n`);

process.stdin.resume();
await once(process.stdin, 'end');
control.close();
control.closeAllConnections();
await cloud.stop();
process.exit(0);
