/** The door of an API Lambda: which route is asked, one log line for it, and an answer whatever happens. */
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusal, refusalOf } from './answer.ts';
import { factsOf, isTransient, log } from './log.ts';
import type { GatewayEvent } from './request.ts';
import { type Served, serve } from './serve.ts';
import type { Opened, ServedRoutes } from './use-case.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** A Lambda that serves the given routes with the given ports. */
export function httpHandler(routes: ServedRoutes, ports: Opened) {
  const byGatewayKey = new Map(
    Object.entries(routes).map(([key, { route, handle }]) => {
      const served = { key, route, handle } as Served; // by the types of ServedRoutes
      return [`${route.method} ${route.path}` as string, served] as const;
    }),
  );
  return middy<GatewayEvent, Answer>()
    .use(logged())
    .use(answered(byGatewayKey))
    .handler(async event => {
      const asked = byGatewayKey.get(event.routeKey);
      if (!asked) return refusal({ kind: 'not-found' }, event.requestContext.requestId);
      return serve(asked, event, ports);
    });
}

/** Whatever is thrown is a bug or an outage; it is told apart for the caller and recorded for us. */
function answered(byGatewayKey: ReadonlyMap<string, Served>): middy.MiddlewareObj<GatewayEvent, Answer> {
  return {
    onError: request => {
      const { requestId } = request.event.requestContext;
      const kind = isTransient(request.error) ? 'unavailable' : 'unexpected';
      log(kind === 'unexpected' ? 'error' : 'warn', 'request failed', {
        requestId,
        ...factsOf(request.error),
      });
      const route = byGatewayKey.get(request.event.routeKey)?.route;
      request.response = refusalOf(route)({ kind }, requestId);
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
