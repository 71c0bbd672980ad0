/** DynamoDB Local's care as a child process, shown with a stand-in for Java; the real one serves the gate's tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startDynamoDb } from '../../../infra/local/servers/dynamodb.ts';
import { freePort } from './servers-support.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'java-'));
  mkdirSync(join(home, 'bin'));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(home, { recursive: true }));

/** Puts a program in Java's place. */
function installJava(script: string): void {
  const path = join(home, 'bin', 'java');
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  vi.stubEnv('JAVA_HOME', home);
}

/** Answers like DynamoDB Local, and dies when told to. */
const standIn = `#!${process.execPath}
const port = Number(process.argv[process.argv.indexOf('-port') + 1]);
require('node:http').createServer((request, response) => {
  if (request.url === '/die') { console.error('out of memory'); process.exit(1); }
  response.end('{}');
}).listen(port, '127.0.0.1');
`;

test('it is up when it answers and gone when it is stopped', async () => {
  installJava(standIn);
  const server = await startDynamoDb({ port: await freePort() });
  await expect(fetch(server.endpoint).then(answer => answer.status)).resolves.toBe(200);
  await server.stop();
  await expect(fetch(server.endpoint)).rejects.toThrow();
});

test('a death that nobody asked for is told with its last words', async () => {
  installJava(standIn);
  const port = await freePort();
  const death = new Promise<string>((resolve, reject) => {
    startDynamoDb({ port, onDeath: resolve })
      .then(server => fetch(`${server.endpoint}/die`).catch(() => undefined))
      .catch(reject);
  });
  await expect(death).resolves.toBe('out of memory');
});

test('it does not outlive a parent that is killed', async () => {
  installJava(standIn);
  const port = await freePort();
  const module = new URL('../../../infra/local/servers/dynamodb.ts', import.meta.url).href;
  const script = `import { startDynamoDb } from '${module}'; await startDynamoDb({ port: ${port} }); console.log('up');`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(parent.stdout, 'data');
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow(), { interval: 10 });
});

test('without Java it says what to install', async () => {
  vi.stubEnv('JAVA_HOME', join(home, 'nowhere'));
  await expect(startDynamoDb({ port: await freePort() })).rejects.toThrow(
    /needs Java 17 or newer; `.*nowhere.*` does not run\.\nInstall Java 17 or newer/,
  );
});

test('with an old Java it says how old', async () => {
  installJava('#!/bin/sh\necho \'openjdk version "1.8.0_452"\' >&2\n[ "$1" = "-version" ] || exit 1\n');
  await expect(startDynamoDb({ port: await freePort() })).rejects.toThrow(/is Java 8\.\nInstall/);
});

test('with a good Java that fails it repeats what was said', async () => {
  installJava(
    '#!/bin/sh\necho \'openjdk version "21.0.1"\' >&2\n[ "$1" = "-version" ] && exit 0\necho no disk >&2\nexit 1\n',
  );
  await expect(startDynamoDb({ port: await freePort() })).rejects.toThrow(
    /did not start\. Its last words:\n.*no disk/s,
  );
});
