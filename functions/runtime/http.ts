/** The door of an API Lambda: which route is asked, one log line for it, and an answer whatever happens. */
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type RouteKey, routes } from '../../shared/contract/routes.ts';
import { refusal } from './answer.ts';
import { factsOf, isTransient, log } from './log.ts';
import type { GatewayEvent } from './request.ts';
import { serve } from './serve.ts';
import type { AnyUseCase, Opened, UseCases } from './use-case.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** A Lambda that serves the given use cases with the given ports. */
export function httpHandler(useCases: UseCases, ports: Opened) {
  const byGatewayKey = new Map(
    Object.entries(useCases).map(([key, handle]) => {
      const { method, path } = routes[key as RouteKey]; // the keys of UseCases are route keys
      return [`${method} ${path}`, { key: key as RouteKey, handle: handle as AnyUseCase }];
    }),
  );
  return middy<GatewayEvent, Answer>()
    .use(logged())
    .use(answered())
    .handler(async event => {
      const asked = byGatewayKey.get(event.routeKey);
      if (!asked) return refusal({ kind: 'not-found' }, event.requestContext.requestId);
      return serve(asked, event, ports);
    });
}

/** Whatever is thrown is a bug or an outage; it is told apart for the caller and recorded for us. */
function answered(): middy.MiddlewareObj<GatewayEvent, Answer> {
  return {
    onError: request => {
      const { requestId } = request.event.requestContext;
      const kind = isTransient(request.error) ? 'unavailable' : 'unexpected';
      log(kind === 'unexpected' ? 'error' : 'warn', 'request failed', {
        requestId,
        ...factsOf(request.error),
      });
      request.response = refusal({ kind }, requestId);
    },
  };
}

function logged(): middy.MiddlewareObj<GatewayEvent, Answer> {
  const line = (request: middy.Request<GatewayEvent, Answer>) => {
    const { routeKey, requestContext } = request.event;
    const { requestId, timeEpoch } = requestContext;
    log('info', 'request', {
      requestId,
      route: routeKey,
      status: request.response?.statusCode,
      ms: Date.now() - timeEpoch,
    });
  };
  return { after: line, onError: line };
}
