/** An API Gateway HTTP API on one machine: finds the route, asks the authoriser, calls the Lambda. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import { messageOf } from '../../failure.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import type { Outcome } from '../lambda-messages.ts';
import type { Authorize } from './jwt-authorizer.ts';
import {
  type ApiIdentity,
  internalServerError,
  type Matched,
  refusal,
  toEvent,
  toResponse,
} from './payload.ts';
import { createRouter } from './routes.ts';

type ApiRoute = {
  readonly key: string;
  readonly functionArn: string;
  readonly authorize?: Authorize;
  readonly scopes: readonly string[];
};

export type HttpApi = (request: HttpRequest) => Promise<HttpResponse>;

type Options = {
  readonly identity: ApiIdentity;
  readonly routes: readonly ApiRoute[];
  readonly invoke: (functionArn: string, payload: unknown) => Promise<Outcome>;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
};

const LARGEST_BODY = 10 * 1024 * 1024;
/** API Gateway waits no longer for a Lambda. */
const LONGEST_WAIT = 30_000;

export function createHttpApi({ identity, routes, invoke, clock, warn }: Options): HttpApi {
  const route = createRouter(routes);

  const call = async (request: HttpRequest, functionArn: string, matched: Matched, requestId: string) => {
    const event = toEvent(request, matched, identity, requestId, clock.now());
    const patience = new AbortController();
    const tooLong = sleep(LONGEST_WAIT, 'too long' as const, { signal: patience.signal }).catch(
      () => 'too long' as const,
    );
    const outcome = await Promise.race([invoke(functionArn, event), tooLong]).finally(() => patience.abort());
    if (outcome === 'too long') return refusal(503);
    return outcome.ok ? toResponse(outcome.payload) : internalServerError();
  };

  const answer = async (request: HttpRequest, requestId: string): Promise<HttpResponse> => {
    if (request.body.length > LARGEST_BODY) return refusal(413, 'Request Entity Too Large');
    if (!isWellFormed(request.path)) return refusal(400);
    const match = route(request.method, request.path);
    if (match === undefined) return refusal(404);
    const { key, authorize, scopes, functionArn } = match.route;
    const decision = await authorize?.(request, scopes);
    if (decision !== undefined && 'refused' in decision) return decision.refused;
    const { pathParameters } = match;
    return call(
      request,
      functionArn,
      { routeKey: key, pathParameters, authorization: decision?.granted },
      requestId,
    );
  };

  return async request => {
    const requestId = randomUUID();
    const response = await answer(request, requestId).catch(error => {
      warn(`${request.method} ${request.path} could not be answered: ${messageOf(error)}`);
      return internalServerError();
    });
    return { ...response, headers: { ...response.headers, 'apigw-requestid': [requestId] } };
  };
}

function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
