/** A Lambda in a process of its own, from the bundle that is deployed: does what its queue brings, and says what that took. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { ClientRequest } from 'node:http';
import { createRequire } from 'node:module';
import type { SQSBatchResponse } from 'aws-lambda';
import type { LambdaRun } from './lambda.ts';

const [bundle = '', recording] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle) as {
  handler(event: object): Promise<SQSBatchResponse>; // of a bundle that has a queue
};

let requests: LambdaRun['requests'] = {};

/** What goes out, by what it is: DynamoDB's operation, or S3's method. */
function note(request: ClientRequest, body: unknown): void {
  const target = request.getHeader('x-amz-target');
  const operation = typeof target === 'string' ? target.replace(/^.*\./, '') : `S3 ${request.method}`;
  if (recording && operation === 'TransactWriteItems') appendFileSync(recording, `${body}\n`);
  const started = performance.now();
  request.once('close', () => {
    const { count = 0, milliseconds = 0 } = requests[operation] ?? {};
    requests[operation] = {
      count: count + 1,
      milliseconds: milliseconds + performance.now() - started,
    };
  });
}

const send = ClientRequest.prototype.end;
ClientRequest.prototype.end = function end(this: ClientRequest, ...given: unknown[]) {
  note(this, given[0]);
  return Reflect.apply(send, this, given);
} as typeof send; // its overloads are one list of parameters here

/** Of the process since it began, in bytes. Linux counts what its parent had into what it tells otherwise. */
function peakMemory(): number {
  const status = '/proc/self/status';
  const [, own] = (existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))) || [];
  return (own ? Number(own) : process.resourceUsage().maxRSS) * 1024;
}

async function run(message: object): Promise<LambdaRun> {
  requests = {};
  const [before, started] = [process.cpuUsage(), performance.now()];
  const { batchItemFailures } = await handler({
    Records: [{ messageId: 'message', body: JSON.stringify(message) }],
  });
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return {
    ...{ hasFailed: batchItemFailures.length > 0, milliseconds, processor: (user + system) / 1000 },
    ...{ requests, peakMemory: peakMemory() },
  };
}

process.on('message', async (message: object) => process.send?.(await run(message)));
