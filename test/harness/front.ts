/**
 * The front door, as every test knocks at it: a whole request in, the answer and what is now stored out. One
 * suite runs against the world in memory and against the local cloud.
 */

import type { DomainEvent } from '../../shared/contract/events.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { ProblemDocument } from '../../shared/contract/problems.ts';
import { bodyType, requestFor as sentFor } from '../../shared/contract/request.ts';
import { type OutputOf, type RouteKey, routeOf, type SentTo } from '../../shared/contract/routes.ts';
import type { ScheduleName } from '../../shared/contract/schedules.ts';
import type { TokenRefusal } from '../../shared/contract/tokens.ts';
import type { UploadForm } from '../../shared/ports/files.ts';
import type { World } from '../../shared/ports.ts';

export type Answer<T = unknown> = {
  status: number;
  headers: Record<string, string>;
  /** Parsed, where there is one. */
  body: T;
  cookies: string[];
};

/** Somebody signed in: what their browser would hold. */
export type Session = { accessToken: string; cookie: string };

export type Received = { subject: string; html: string; text: string };

/** An HTTP request before anybody has looked at it. */
export type RawRequest = { method: string; path: string; headers?: Record<string, string>; body?: string };

export type Download = { status: number; headers: Record<string, string>; bytes: Uint8Array };

export type Front = {
  send(request: RawRequest): Promise<Answer>;
  /** Until every event so far has reached its subscribers and they are done. */
  settle(): Promise<void>;
  /** Mails to an address, oldest first. */
  mailsTo(address: string): Promise<Received[]>;
  /** Text messages to a telephone, oldest first. */
  smsTo(telephone: string): Promise<string[]>;
  /** Sends a file with a form, as a browser does, and gives S3's status. */
  upload(form: UploadForm, file: Uint8Array): Promise<number>;
  /** A kept picture, by its path below the page's address. */
  picture(path: string): Promise<Download>;
  /** What a link to a file gives whoever follows it. */
  download(url: string): Promise<Download>;
  advance(seconds: number): Promise<void>;
  runSchedule(name: ScheduleName): Promise<void>;
  /** For arranging what no route does, and for looking at what is stored. */
  world: Pick<World, 'directory' | 'identity' | 'ids' | 'clock'>;
  /** Everything in the directory, item by item, for looking for what must not be there. */
  stored(): Promise<unknown[]>;
  /** What the users of an organization are found by, beside them. */
  userRows(organization: OrganizationId): Promise<unknown[]>;
  /** The audit trail of an organization, oldest first. */
  trail(organization: OrganizationId): Promise<DomainEvent[]>;
};

type Extra = { headers?: Record<string, string> };

/**
 * Asks a route by its name. `as` adds the bearer token and the cookie that somebody's browser would send; like a
 * browser, it refreshes a token that has run out, and asks again.
 */
export async function ask<K extends RouteKey>(
  front: Front,
  key: K,
  input: SentTo<K> | Record<string, unknown>,
  as?: Partial<Session>,
  extra: Extra = {},
): Promise<Answer<OutputOf<K>>> {
  const request = () => requestFor(key, input as Record<string, unknown>, as, extra);
  let answer = await front.send(request());
  if (answer.status === 401 && as?.accessToken && as.cookie) {
    const refreshed = await front.send(requestFor('refresh-session', {}, { cookie: as.cookie }));
    if (refreshed.status === 200) {
      as.accessToken = (refreshed.body as { accessToken: string }).accessToken;
      answer = await front.send(request());
    }
  }
  return answer as Answer<OutputOf<K>>; // what the contract promises; tests that expect a problem use `refused`
}

/** The same, for a request that should be refused. */
export async function refused<K extends RouteKey>(
  front: Front,
  key: K,
  input: Record<string, unknown>,
  as?: Partial<Session>,
  extra: Extra = {},
): Promise<Answer<ProblemDocument>> {
  const answer = await front.send(requestFor(key, input, as, extra));
  return answer as Answer<ProblemDocument>;
}

export function requestFor(
  key: RouteKey,
  input: Record<string, unknown>,
  as: Partial<Session> = {},
  { headers = {} }: Extra = {},
): RawRequest {
  const { method, url, body } = sentFor(routeOf(key), input);
  return {
    method,
    path: url,
    ...(body !== undefined && { body }),
    headers: {
      ...(body !== undefined && { 'content-type': bodyType(routeOf(key)) }),
      ...headers,
      ...(as.accessToken && { authorization: `Bearer ${as.accessToken}` }),
      ...(as.cookie && { cookie: as.cookie }),
    },
  };
}

/** What a browser would hold after signing in. */
export function sessionIn(answer: Answer): Session {
  const { accessToken } = answer.body as { accessToken: string };
  return { accessToken, cookie: answer.cookies[0]?.split(';')[0] ?? '' };
}

/** The token in the newest mail's link. */
export function tokenIn(mail: Received | undefined): string {
  const token = /#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`No link in mail: ${mail?.subject ?? 'there is no mail'}`);
  return token;
}

/** An answer in a word: its status, or the kind of problem that it tells. */
export function outcomeOf({ status, body }: Answer): string {
  if (status < 300) return String(status);
  const { type, error_uri } = body as Partial<ProblemDocument & TokenRefusal>;
  return (type ?? error_uri ?? '').replace('/problems/', '');
}
