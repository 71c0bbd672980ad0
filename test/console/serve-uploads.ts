/** The place that takes uploads: another origin, as S3 is, that browsers ask for leave first. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConsoleApi } from './api.ts';

export type Uploads = { url: string; stop: () => void };

export async function serveUploads(api: ConsoleApi): Promise<Uploads> {
  const server = createServer((request, response) => {
    answer(api, request, response).catch((thrown: unknown) => {
      console.error(thrown);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // an address, because it listens on a port
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${port}`, stop };
}

async function answer(api: ConsoleApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const allowed = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': '*',
  };
  if (request.method === 'OPTIONS') return void response.writeHead(200, allowed).end();
  const form = await formIn(request);
  const file = form.get('file');
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  response.writeHead(api.hinderUpload?.() ?? put(api, Object.fromEntries(fields), bytes), allowed).end();
}

/** Whoever has asked for the file takes it. */
function put({ front }: ConsoleApi, fields: Record<string, string>, bytes: Uint8Array): number {
  const { files, imports } = front.world;
  const status = imports.upload(fields, bytes);
  return status === 403 ? files.upload(fields, bytes) : status;
}

async function formIn(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(Buffer.concat(chunks), { headers }).formData();
}
