/** Lambda@Edge at the origin's answer: the function sees status and headers, never the body, and may replace all. */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import * as z from 'zod/mini';
import type { HttpHeaders, HttpRequest, HttpResponse } from '../http-message.ts';
import type { Outcome } from '../lambda-messages.ts';

const Result = z.object({
  status: z.union([z.string(), z.number()]),
  headers: z._default(
    z.record(z.string(), z.array(z.object({ key: z.optional(z.string()), value: z.string() }))),
    {},
  ),
  body: z.optional(z.string()),
  bodyEncoding: z.optional(z.enum(['text', 'base64'])),
});

type Exchange = {
  readonly distribution: { readonly id: string; readonly domainName: string };
  readonly originDomainName: string;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
};

/** What CloudFront says itself when the function fails or answers what it cannot understand. */
const failed = (status: number): HttpResponse => ({
  status,
  headers: { 'content-type': ['text/html'], 'x-cache': ['LambdaExecutionError from cloudfront'] },
  body: Buffer.from('<html><body><h1>The Lambda@Edge function failed.</h1></body></html>'),
});

export async function runOnOriginResponse(
  exchange: Exchange,
  invoke: (event: unknown) => Promise<Outcome>,
): Promise<HttpResponse> {
  const { response } = exchange;
  const outcome = await invoke(eventOf(exchange));
  if (!outcome.ok) return failed(503);
  const result = Result.safeParse(outcome.payload);
  if (!result.success) return failed(502);
  const { status, headers, body, bodyEncoding } = result.data;
  return {
    status: Number(status),
    headers: fromEdge(headers),
    body:
      body === undefined ? response.body : Buffer.from(body, bodyEncoding === 'base64' ? 'base64' : 'utf8'),
  };
}

function eventOf({ distribution, originDomainName, request, response }: Exchange) {
  const cf = {
    config: {
      distributionDomainName: distribution.domainName,
      distributionId: distribution.id,
      eventType: 'origin-response',
      requestId: randomUUID(),
    },
    request: {
      clientIp: request.sourceIp,
      method: request.method,
      uri: request.path,
      querystring: request.query,
      headers: toEdge({ ...request.headers, host: [originDomainName] }),
      origin: { custom: { domainName: originDomainName, path: '', port: 443, protocol: 'https' } },
    },
    response: {
      status: String(response.status),
      statusDescription: STATUS_CODES[response.status] ?? '',
      headers: toEdge(response.headers),
    },
  };
  return { Records: [{ cf }] };
}

const toEdge = (headers: HttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name, values.map(value => ({ key: name, value }))]),
  );

const fromEdge = (headers: z.infer<typeof Result>['headers']): HttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.map(({ value }) => value)]),
  );
