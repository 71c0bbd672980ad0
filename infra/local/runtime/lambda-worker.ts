/** A Lambda's thread: loads the bundle as Lambda's runtime does and answers one event at a time. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { shiftDate } from '../clock.ts';
import { type Ask, errorLine, type LambdaError, type ThreadStart, type Told } from './lambda-messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const start: ThreadStart = workerData;
const tell = (message: Told) => parentPort?.postMessage(message);

async function loadHandler(): Promise<Handler> {
  const dot = start.handler.lastIndexOf('.');
  const [file, name] = [join(start.directory, start.handler.slice(0, dot)), start.handler.slice(dot + 1)];
  const exports: Record<string, unknown> = existsSync(`${file}.mjs`)
    ? await import(pathToFileURL(`${file}.mjs`).href)
    : createRequire(join(start.directory, '/'))(file);
  const handler = exports[name];
  if (typeof handler !== 'function') throw new Error(`${start.handler} is undefined or not exported`);
  if (handler.length > 2)
    throw new Error(`${start.handler} takes a callback, which nodejs24.x does not offer`);
  return handler as Handler;
}

function contextOf(ask: Ask) {
  const began = performance.now();
  return {
    functionName: ask.function.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: ask.function.arn,
    memoryLimitInMB: String(ask.function.memorySize),
    awsRequestId: ask.requestId,
    logGroupName: `/aws/lambda/${ask.function.name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, ask.timeoutMilliseconds - (performance.now() - began)),
  };
}

function describe(error: unknown): LambdaError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') };
}

async function answer(handler: Handler, ask: Ask): Promise<void> {
  try {
    const result = await handler(JSON.parse(ask.event), contextOf(ask));
    tell({ kind: 'answered', requestId: ask.requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (thrown) {
    const error = describe(thrown);
    console.error(errorLine(ask.requestId, error));
    tell({ kind: 'failed', requestId: ask.requestId, error });
  }
}

shiftDate(start.clockOffset);
const handler = await loadHandler();
parentPort?.on('message', (ask: Ask) => {
  process.env._X_AMZN_TRACE_ID = `Root=1-00000000-${ask.requestId.replaceAll('-', '').slice(0, 24)};Sampled=0`;
  void answer(handler, ask);
});
tell({ kind: 'ready' });
