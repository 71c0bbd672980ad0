/** Presents what came out: the route's output, or a problem document. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refreshCookie, sessionDays } from '../../shared/contract/auth.ts';
import { problemDocument, problems } from '../../shared/contract/problems.ts';
import type { Failure } from '../../shared/domain/decision.ts';
import type { CookieChange, ServedRoute } from './use-case.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** The output in the contract's shape: whatever the schema does not name stays here. */
export function success(
  route: ServedRoute,
  value: unknown,
  cookie: CookieChange | undefined,
  requestId: string,
): Answer {
  const body = route.output.parse(value);
  return {
    statusCode: route.status,
    headers: { ...headersFor(requestId, 'application/json'), ...etagOf(body) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...cookies(cookie),
  };
}

export function refusal(failure: Failure, requestId: string, cookie?: CookieChange): Answer {
  const { kind, detail, errors } = failure;
  const occurrence = { requestId, ...(detail && { detail }), ...(errors && { errors }) };
  return {
    statusCode: problems[kind].status,
    headers: {
      ...headersFor(requestId, 'application/problem+json'),
      ...(kind === 'unavailable' && { 'retry-after': '1' }),
    },
    body: JSON.stringify(problemDocument(kind, occurrence)),
    ...cookies(cookie),
  };
}

function headersFor(requestId: string, type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-store', 'x-request-id': requestId };
}

function etagOf(body: unknown): { etag?: string } {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return typeof version === 'number' ? { etag: `"${version}"` } : {};
}

/** The version inside an If-Match header of ours. */
export function versionIn(ifMatch: string): number | undefined {
  const version = /^"(\d{1,15})"$/.exec(ifMatch)?.[1];
  return version === undefined ? undefined : Number(version);
}

function cookies(change: CookieChange | undefined): { cookies?: string[] } {
  if (!change) return {};
  const attributes = 'Path=/v1/auth; HttpOnly; Secure; SameSite=Strict';
  const [value, age] = change === 'clear' ? ['', 0] : [change.set, sessionDays * 24 * 60 * 60];
  return { cookies: [`${refreshCookie}=${value}; Max-Age=${age}; ${attributes}`] };
}
