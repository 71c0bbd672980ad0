/** The console's only way to the API: one function, typed by the contract's table. */

import { requestFor } from '../../shared/contract/request.ts';
import type { Route } from '../../shared/contract/route.ts';
import { type OutputOf, type RouteKey, routeOf, type SentTo } from '../../shared/contract/routes.ts';
import { noteServerTime } from './clock.ts';
import { offline, type Problem, readProblem, requestError } from './problem.ts';
import { createSession, type Session } from './session.ts';

type CallOptions = {
  /** The version that is meant, for routes that are conditional. */
  version?: number;
  /** The same key and input give the first answer again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

type Call = <K extends RouteKey>(key: K, input: SentTo<K>, options?: CallOptions) => Promise<OutputOf<K>>;
export type Client = { call: Call; session: Session };

/** @param send `fetch`, or a stand-in for it */
export function createClient(send: typeof fetch): Client {
  const once = async (
    route: Route,
    input: object,
    options: CallOptions,
    token?: string,
  ): Promise<Response> => {
    const { method, url, body } = requestFor(route, { ...input });
    const sentAt = Date.now();
    const response = await send(url, {
      method,
      body,
      headers: headersFor(options, token, body),
      signal: options.signal,
      credentials: 'same-origin',
    }).catch(thrown => {
      if (options.signal?.aborted) throw thrown;
      throw requestError(offline());
    });
    noteServerTime(response, sentAt);
    return response;
  };

  const session = createSession(async () => {
    const refresh = routeOf('refresh-session');
    return read(refresh, await once(refresh, {}, {}));
  });

  const call: Call = async (key, input, options = {}) => {
    const route = routeOf(key);
    const token = route.access === 'anyone' ? undefined : await session.token();
    const response = await once(route, input, options, token);
    if (response.status !== 401 || route.access === 'anyone') return read(route, response);
    const problem = await readProblem(response);
    if (!token || !sessionIsStale(problem)) throw requestError(problem);
    const { accessToken } = await session.renew();
    return read(route, await once(route, input, options, accessToken));
  };
  return { call, session };
}

function headersFor({ version, idempotencyKey }: CallOptions, token?: string, body?: string): HeadersInit {
  return {
    accept: 'application/json, application/problem+json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

function sessionIsStale({ kind }: Problem): boolean {
  return kind === 'not-signed-in' || kind === 'session-ended';
}

/** In development an answer that breaks the contract is an error; in production the API and the page ship together. */
async function read<T>(route: Route, response: Response): Promise<T> {
  if (!response.ok) throw requestError(await readProblem(response));
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  // The table says what a route answers, and `Route` forgets which entry it was.
  return (import.meta.env?.DEV ? route.output.parse(answer) : answer) as T;
}
