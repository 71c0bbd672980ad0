/** Starting the local cloud: what the template lacks is missed, and what goes wrong is told in one sentence. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalCloud } from '../../../infra/local/cloud.ts';
import { readCommandLine } from '../../../infra/local/command-line.ts';
import { freePorts } from '../../../infra/local/free-ports.ts';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { type Ports, requireFreePorts } from '../../../infra/local/servers/ports.ts';
import type { Template } from '../../../infra/local/template/assembly.ts';
import { prepareFixture } from './fixture/start.ts';

let assembly: string;
let ports: Ports;
let cloud: LocalCloud | undefined;

beforeAll(async () => {
  [assembly, ports] = await Promise.all([prepareFixture(), freePorts()]);
}, 60_000);
afterAll(() => cloud?.stop());

/** Takes a permission away from the role of one Lambda. */
const without = (lambda: string, action: string) => (template: Template) => {
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(lambda)) continue;
    const text = JSON.stringify(Properties).replaceAll(`"${action}"`, '"dynamodb:DescribeTable"');
    Object.assign(Properties ?? {}, JSON.parse(text));
  }
};

test('a deployment whose own Lambda fails, fails, says why, and leaves nothing behind', async () => {
  const templatePatch = without('founder', 'dynamodb:PutItem');
  await expect(startLocalCloud({ assembly, ports, templatePatch })).rejects.toThrow(
    /fixture-app: Found \(Custom::Trigger\) cannot be made: the Lambda it runs failed with AccessDeniedException/,
  );
  await requireFreePorts(ports);
}, 60_000);

test('a queue that its Lambda may not read is refused, as AWS does', async () => {
  const templatePatch = without('consume', 'sqs:ReceiveMessage');
  await expect(startLocalCloud({ assembly, ports, templatePatch })).rejects.toThrow(
    /the role of fixture-app-consume\w+ does not allow sqs:ReceiveMessage on arn:aws:sqs/,
  );
}, 60_000);

test('without one permission the request that needs it fails, and no other', async () => {
  cloud = await startLocalCloud({ assembly, ports, templatePatch: without('api', 'dynamodb:PutItem') });
  const made = await fetch(`${cloud.api}/things`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"id":"x"}',
  });
  expect(made.status).toBe(500);
  expect((await fetch(`${cloud.api}/do/plain`)).status).toBe(200);
  expect(cloud.logs().some(({ line }) => line.includes('AccessDeniedException'))).toBe(true);
}, 60_000);

test('taken ports are told before anything starts', async () => {
  await expect(startLocalCloud({ assembly, ports })).rejects.toThrow(
    /Ports \d+ \(the console and API\), .* are taken/,
  );
});

test.for<[string[], NodeJS.ProcessEnv, object]>([
  [[], {}, { json: false, empty: false, ports: { console: 4000, mailbox: 8005 } }],
  [['--json', '--empty'], {}, { json: true, empty: true }],
  [[], { PORT: '5000' }, { ports: { console: 5000, mailbox: 8005 } }],
  [['--port-base', '6000'], {}, { ports: { console: 6000, mailbox: 6005 } }],
  [['--port-base', '6000'], { PORT: '5000' }, { ports: { console: 5000, mailbox: 6005 } }],
])('npm start -- %j', ([given, environment, expected]) => {
  expect(readCommandLine(given, environment)).toMatchObject(expected);
});

test('a wrong flag is one message without a stack', async () => {
  const start = join(import.meta.dirname, '../../../infra/local/start.js');
  const failed = promisify(execFile)(process.execPath, [start, '--port-base', 'x']);
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: '\n--port-base takes a port number, not x\n',
  });
});
