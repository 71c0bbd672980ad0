/** Presents what came out: the route's output, or a problem document. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refreshCookie, sessionDays } from '../../shared/contract/auth.ts';
import { problemDocument, problems } from '../../shared/contract/problems.ts';
import { type TokenRefusal, tokenError } from '../../shared/contract/tokens.ts';
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
    headers: { ...headersFor(requestId, 'application/json'), ...etagOf(body), ...unkept(route) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...cookies(cookie),
  };
}

export function refusal(failure: Failure, requestId: string, cookie?: CookieChange): Answer {
  const { kind, detail, errors } = failure;
  const occurrence = { requestId, ...(detail && { detail }), ...(errors && { errors }) };
  return {
    statusCode: problems[kind].status,
    headers: { ...headersFor(requestId, 'application/problem+json'), ...retryAfter(failure) },
    body: JSON.stringify(problemDocument(kind, occurrence)),
    ...cookies(cookie),
  };
}

function retryAfter({ kind, retryAfter: seconds }: Failure): Record<string, string> {
  const wait = seconds ?? (kind === 'unavailable' ? 1 : undefined);
  return wait === undefined ? {} : { 'retry-after': String(wait) };
}

/** How a route says no. */
export function refusalOf(route: Pick<ServedRoute, 'speaks'> | undefined): typeof refusal {
  return route?.speaks === 'oauth' ? oauthRefusal : refusal;
}

/** The same in OAuth's own words, for the route that speaks them (RFC 6749, section 5.2). */
function oauthRefusal(failure: Failure, requestId: string): Answer {
  const { kind, detail } = failure;
  const { status, error } = tokenError(kind);
  const body: TokenRefusal = {
    error,
    error_description: plain(detail ?? fieldsIn(failure) ?? problems[kind].detail),
    error_uri: `/problems/${kind}`,
  };
  return {
    statusCode: status,
    headers: {
      ...headersFor(requestId, 'application/json'),
      ...unkept({ speaks: 'oauth' }),
      ...retryAfter(failure),
      ...(error === 'invalid_client' && { 'www-authenticate': 'Basic realm="tenantry"' }),
    },
    body: JSON.stringify(body),
  };
}

function fieldsIn({ errors }: Failure): string | undefined {
  return errors?.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
}

/** The standard allows ASCII without quotation marks and backslashes. */
function plain(text: string): string {
  return text.replace(/[\u2018-\u201f"\\]/g, "'").replace(/[^\x20-\x7e]/g, '?');
}

function headersFor(requestId: string, type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'no-store', 'x-request-id': requestId };
}

/** The standard wants this header, too, for caches of the last century (RFC 6749, section 5.1). */
function unkept({ speaks }: Pick<ServedRoute, 'speaks'>): Record<string, string> {
  return speaks === 'oauth' ? { pragma: 'no-cache' } : {};
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
