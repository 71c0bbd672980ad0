/** Reads API Gateway's event: what was sent, before anything of it is believed. */
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { bodyType, takesBody } from '../../shared/contract/request.ts';
import type { Failure } from '../../shared/domain/decision.ts';
import { refuse } from '../../shared/domain/decision.ts';
import { formIn } from './form.ts';
import type { Origin, ServedRoute } from './use-case.ts';

export type GatewayEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** Larger bodies are for files, and files do not come this way. In characters. */
const bodyLimit = 256 * 1024;

export function originOf(event: GatewayEvent): Origin {
  const { requestId, http } = event.requestContext;
  return {
    ...{ requestId, ip: callerAddress(event), userAgent: http.userAgent?.slice(0, 256) },
    place: callerPlace(event),
  };
}

/** As CloudFront tells it: "Hamburg, DE". */
function callerPlace(event: GatewayEvent): string | undefined {
  const city = header(event, 'cloudfront-viewer-city');
  const country = header(event, 'cloudfront-viewer-country');
  const place = [city && decodedName(city), country].filter(Boolean).join(', ');
  return place.slice(0, 100) || undefined;
}

/** CloudFront percent-encodes what is not ASCII. */
function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * CloudFront stands before the gateway and adds the caller's address to what it forwards; the gateway adds
 * CloudFront's. Whoever calls the gateway itself can make the first up, so this is for the audit trail alone.
 */
function callerAddress(event: GatewayEvent): string {
  const forwarded =
    header(event, 'x-forwarded-for')
      ?.split(',')
      .map(address => address.trim()) ?? [];
  const address = forwarded.at(-2) ?? event.requestContext.http.sourceIp;
  return address.slice(0, 64);
}

export function header(event: GatewayEvent, name: string): string | undefined {
  return event.headers[name]?.trim() || undefined;
}

/** The token that somebody shows, unless it came in another form. */
export function bearerIn(event: GatewayEvent): string | undefined {
  return /^Bearer (\S+)$/i.exec(header(event, 'authorization') ?? '')?.[1];
}

export function cookieOf(event: GatewayEvent, name: string): string | undefined {
  const prefix = `${name}=`;
  return event.cookies?.find(cookie => cookie.startsWith(prefix))?.slice(prefix.length);
}

type Sent = { ok: true; fields: Record<string, unknown> } | { ok: false; failure: Failure };

/** Query or body, whichever the method carries, with the path's parameters on top. */
export function fieldsSent(route: ServedRoute, event: GatewayEvent): Sent {
  const sent = takesBody(route) ? bodyOf(route, event) : queryOf(event);
  return sent.ok ? { ok: true, fields: { ...sent.fields, ...event.pathParameters } } : sent;
}

/** A name that stands several times becomes a list. Read from the raw query: API Gateway joins with commas. */
function queryOf(event: GatewayEvent): Sent {
  const query = new URLSearchParams(event.rawQueryString);
  const fields = new Map<string, unknown>();
  for (const name of query.keys()) {
    const values = query.getAll(name);
    fields.set(name, values.length === 1 ? values[0] : values);
  }
  return { ok: true, fields: Object.fromEntries(fields) };
}

function bodyOf(route: ServedRoute, event: GatewayEvent): Sent {
  const form = route.speaks === 'oauth';
  if (!event.body) return form ? formIn('', event) : { ok: true, fields: {} };
  if (event.body.length > bodyLimit) return refuse('too-large');
  const [type = ''] = (header(event, 'content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== bodyType(route)) return refuse('unsupported-media-type');
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  if (form) return formIn(text, event);
  const parsed = parsedJson(text);
  return isObject(parsed) ? { ok: true, fields: parsed } : refuse('malformed-request');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
