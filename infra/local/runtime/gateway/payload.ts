/** The event that an HTTP API gives a Lambda, and the response that it makes of the answer: payload format 2.0. */
import { STATUS_CODES } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { type HttpRequest, type HttpResponse, header, jsonResponse } from '../http-message.ts';
import type { Authorization } from './jwt-authorizer.ts';

export type Matched = {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly authorization?: Authorization;
};
export type ApiIdentity = { readonly id: string; readonly account: string; readonly domainName: string };

type Event = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt: { claims: object; scopes: readonly string[] | null } } };
};

export function toEvent(
  request: HttpRequest,
  matched: Matched,
  api: ApiIdentity,
  requestId: string,
  now: number,
): Event {
  const { routeKey, pathParameters, authorization } = matched;
  const rawPath = decodedPath(request.path);
  const cookies = (request.headers.cookie ?? []).flatMap(line => line.split(/; */)).filter(Boolean);
  const query = joinedQuery(request.query);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers: forwardedHeaders(request, api.domainName, requestId),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(authorization && { authorizer: { jwt: authorization } }),
      domainName: api.domainName,
      domainPrefix: api.domainName.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: header(request, 'user-agent') ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: accessLogTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...bodyOf(request),
  };
}

/** Despite its name the path comes decoded, and ends at a question mark that was encoded. */
const decodedPath = (path: string): string => decodeURIComponent(path).split('?')[0] ?? '';

function joinedQuery(query: string): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

function forwardedHeaders(request: HttpRequest, host: string, requestId: string): Record<string, string> {
  const { cookie: _, connection: __, ...kept } = request.headers;
  const joined = Object.fromEntries(Object.entries(kept).map(([name, values]) => [name, values.join(',')]));
  const forwardedFor = [...(request.headers['x-forwarded-for'] ?? []), request.sourceIp].join(', ');
  return {
    ...joined,
    'content-length': String(request.body.length),
    host,
    'x-amzn-trace-id': `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8, 32)}`,
    'x-forwarded-for': forwardedFor,
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  };
}

/** Measured against AWS: everything else comes in base64, forms and bodies without a type included. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b)/i;

function bodyOf(request: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(header(request, 'content-type') ?? '');
  return { body: request.body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** `12/Mar/2026:19:03:58 +0000` */
function accessLogTime(now: number): string {
  const [, weekdayFree = ''] = new Date(now).toUTCString().split(', ');
  const [day, month, year, time] = weekdayFree.split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Answer = z.object({
  statusCode: z.coerce.number().check(z.gte(100), z.lte(599)),
  headers: z.nullish(z.record(z.string(), Scalar)),
  cookies: z.nullish(z.array(z.string())),
  body: z.nullish(z.string()),
  isBase64Encoded: z.nullish(z.boolean()),
});

/** A result without a status code is a body of its own; one that fits neither form is the function's fault. */
export function toResponse(result: unknown): HttpResponse {
  if (!isAnswer(result)) return jsonResponse(200, result);
  const parsed = Answer.safeParse(result);
  if (!parsed.success) return internalServerError();
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), [String(value)]]);
  return {
    status: statusCode,
    headers: {
      'content-type': ['text/plain;charset=UTF-8'],
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}

const isAnswer = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'statusCode' in result;

/** What API Gateway itself says, with no word on why. */
export const refusal = (status: number, message = STATUS_CODES[status] ?? ''): HttpResponse =>
  jsonResponse(status, { message });
export const internalServerError = () => refusal(500);
