/** Serves the built console as it is deployed, policy and all, with the API under the same address. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ConsoleApi, sendUploadsTo } from './api.ts';
import { files } from './build.ts';
import { serveUploads } from './serve-uploads.ts';

const policyWith = (uploads: string) =>
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  `connect-src 'self' ${uploads}; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type Served = { url: string; api: ConsoleApi; stop: () => Promise<void> };

export async function serveConsole(api: ConsoleApi): Promise<Served> {
  const server = createServer((request, response) => {
    answer(api, request, response).catch((thrown: unknown) => {
      console.error(thrown);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const uploads = await serveUploads(api);
  api.uploadsAt = uploads.url;
  sendUploadsTo(api);
  const { port: chosen } = server.address() as AddressInfo; // an address, because it listens on a port
  const stop = () => {
    uploads.stop();
    server.closeAllConnections();
    return new Promise<void>(closed => server.close(() => closed()));
  };
  return { url: `http://localhost:${chosen}`, api, stop };
}

async function answer(api: ConsoleApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/v1/')) return pass(await api.handle(await asRequest(request)), response);
  if (pathname.startsWith('/pictures/')) return pictureAt(api, pathname, response);
  const isFile = extname(pathname) !== '';
  const path = isFile ? normalize(pathname) : '/index.html';
  const content = await readFile(join(files, path)).catch(() => undefined);
  if (!content) return void response.writeHead(404).end();
  const zips = extname(path) !== '.woff2';
  response.writeHead(200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': policyWith(api.uploadsAt),
    ...(zips && { 'content-encoding': 'gzip' }),
  });
  response.end(zips ? gzipSync(content) : content);
}

async function pictureAt({ front }: ConsoleApi, path: string, response: ServerResponse): Promise<void> {
  const { status, headers, bytes } = await front.picture(path);
  response.writeHead(status, headers).end(bytes);
}

async function asRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  return new Request(`http://localhost${incoming.url}`, { method: incoming.method, headers, body });
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  const cookies = answer.headers.getSetCookie();
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  });
  response.end(await answer.text());
}
