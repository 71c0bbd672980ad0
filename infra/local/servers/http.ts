/** Plain HTTP for the local servers: a whole call in, a whole answer out, on the loopback address alone. */
import { once } from 'node:events';
import { Agent, createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, messageOf } from '../failure.ts';
import { portTaken } from './ports.ts';

export type Call = {
  readonly method: string;
  /** Path and query, as it came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string | Buffer;
};

export type Handler = (call: Call) => Promise<Answer>;

/** A server that is up. `stop` resolves when its port is free again. */
export type LocalServer = { readonly endpoint: string; stop(): Promise<void> };

const host = '127.0.0.1';
/** S3's limit for one part that a browser or the SDK sends in one piece is far above; local files are small. */
const largestBody = 64 * 1024 * 1024;

/** Serves a handler. Port 0 takes any free one; a taken one is a failure that says which and how to move. */
export async function serve(handler: Handler, port: number, what: string): Promise<LocalServer> {
  const server = createServer((incoming, outgoing) => {
    readBody(incoming)
      .then(body =>
        handler({
          method: incoming.method ?? 'GET',
          url: incoming.url ?? '/',
          headers: incoming.headers,
          body,
        }),
      )
      .catch((error: unknown) => broken(what, error))
      .then(answer => {
        outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      });
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portTaken([{ port, what }]) : error;
  });
  return {
    endpoint: `http://${host}:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > largestBody) throw failure(`A call's body is larger than ${largestBody} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** A bug in a local server: not 5xx, because the AWS SDK would repeat the call and hide it. */
function broken(what: string, error: unknown): Answer {
  const message = `${what} failed here, which AWS would not: ${messageOf(error)}`;
  return { status: 400, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

// Sockets that lie idle are closed here before any server closes them, so that none is reused half dead.
const agent = new Agent({ keepAlive: true, timeout: 4_000 });

/** Passes a call on to another server as it is, its Host header included, and brings the answer back. */
export async function forward(call: Call, origin: string): Promise<Answer> {
  const target = new URL(call.url, origin);
  const { connection: _hop, 'transfer-encoding': _framing, expect: _wait, ...headers } = call.headers;
  const outgoing = request(target, {
    method: call.method,
    agent,
    headers: { ...headers, 'content-length': String(call.body.length) },
  });
  outgoing.end(call.body);
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  const body = await readBody(incoming);
  const {
    connection: _back,
    'transfer-encoding': _chunks,
    'keep-alive': _idle,
    ...answered
  } = incoming.headers;
  return { status: incoming.statusCode ?? 502, headers: answered, body };
}
