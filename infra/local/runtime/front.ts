/** The one address that browsers and scripts know: CloudFront, and beside it the local cloud's own small door. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { HttpRequest, HttpResponse } from './http-message.ts';

export type Front = { stop(): Promise<void> };

type Options = {
  readonly port: number;
  readonly ask: (request: HttpRequest) => Promise<HttpResponse>;
  readonly warn: (message: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** A little more than API Gateway takes, so that it is API Gateway that refuses. */
const LARGEST_BODY = 12 * 1024 * 1024;

export async function openFront({ port, ask, warn, now }: Options): Promise<Front> {
  const server = createServer((incoming, outgoing) => {
    read(incoming)
      .then(ask)
      .catch((error: unknown): HttpResponse => {
        warn(`${incoming.method} ${incoming.url?.split('?')[0]} broke the local cloud: ${error}`);
        return {
          status: 502,
          headers: { 'content-type': ['text/plain'] },
          body: Buffer.from('Bad gateway\n'),
        };
      })
      .then(({ status, headers, body }) => {
        const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...kept } = headers;
        for (const [name, values] of Object.entries(kept)) outgoing.setHeader(name, values);
        // The cloud's clock, which may have been moved: the console reckons what is left of an invitation by it.
        outgoing.setHeader('date', new Date(now()).toUTCString());
        outgoing.statusCode = status;
        outgoing.end(incoming.method === 'HEAD' || status === 204 || status === 304 ? undefined : body);
      })
      .catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (size < LARGEST_BODY) chunks.push(chunk);
    size += chunk.length;
  }
  const [path = '/', ...query] = (incoming.url ?? '/').split('?');
  return {
    method: incoming.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: Object.fromEntries(
      Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values ?? []]),
    ),
    body: Buffer.concat(chunks),
    sourceIp: incoming.socket.remoteAddress?.replace('::ffff:', '') ?? '127.0.0.1',
  };
}
