/** Sends transactions that were recorded, as they are, one after the other: what is left of a job without all that is ours. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { BareRun } from './bare.ts';

const [endpoint = '', recording = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.TransactWriteItems',
  authorization:
    'AWS4-HMAC-SHA256 Credential=TEST/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
};

function send(body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } };
    const sent = request(endpoint, options, answer => {
      let text = '';
      answer.on('data', chunk => {
        text += chunk;
      });
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(text))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Into tables that are called otherwise, and with tokens of their own: under the same DynamoDB would do nothing. */
function bareOf(line: string): Buffer {
  return Buffer.from(
    line
      .replaceAll('"TableName":"', '"TableName":"bare-')
      .replace(/"ClientRequestToken":"[^"]*"/, `"ClientRequestToken":"${crypto.randomUUID()}"`),
  );
}

let sent = 0;

/** Whatever was recorded since the last time. */
async function run(): Promise<BareRun> {
  const lines = readFileSync(recording, 'utf8').split('\n').slice(sent, -1);
  const bodies = lines.map(bareOf);
  const [before, started] = [process.cpuUsage(), performance.now()];
  for (const body of bodies) await send(body);
  sent += bodies.length;
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, processor: (user + system) / 1000, transactions: bodies.length };
}

process.on('message', async () => process.send?.(await run()));
