/** A CloudFront distribution on one machine, without its cache: from the viewer to the origin and back. */
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import type { Outcome } from '../lambda-messages.ts';
import { type Behaviour, chooseBehaviour } from './behaviours.ts';
import { runOnOriginResponse } from './edge-lambda.ts';
import { applyHeadersPolicy } from './headers-policy.ts';
import { runOnRequest, runOnResponse } from './viewer-function.ts';

type ErrorResponse = {
  readonly code: number;
  readonly responseCode: number;
  readonly pagePath: string;
};

export type Distribution = {
  readonly id: string;
  readonly domainName: string;
  readonly aliases: readonly string[];
  readonly defaultRootObject: string;
  /** In the order in which they are tried; the last one is the default. */
  readonly behaviours: readonly Behaviour[];
  readonly errorResponses: readonly ErrorResponse[];
};

type Invoke = (functionArn: string, payload: unknown) => Promise<Outcome>;

export function serveDistribution(distribution: Distribution, invoke: Invoke) {
  const { behaviours, errorResponses, defaultRootObject } = distribution;

  const askOrigin = async (behaviour: Behaviour, request: HttpRequest): Promise<HttpResponse> => {
    const asked = towardsOrigin(behaviour, request, defaultRootObject);
    const response = await behaviour.origin.fetch(asked);
    const { originResponse } = behaviour;
    if (originResponse === undefined) return response;
    const exchange = {
      distribution,
      originDomainName: behaviour.origin.domainName,
      request: asked,
      response,
    };
    return runOnOriginResponse(exchange, event => invoke(originResponse, event));
  };

  /** The distribution's own error pages, which stand in for errors of every origin, the API's included. */
  const withErrorPage = async (request: HttpRequest, response: HttpResponse): Promise<HttpResponse> => {
    const page = errorResponses.find(({ code }) => code === response.status);
    if (page === undefined) return response;
    const pageRequest = { ...request, method: 'GET', path: page.pagePath, query: '', body: Buffer.alloc(0) };
    const found = await chooseBehaviour(behaviours, page.pagePath).origin.fetch(pageRequest);
    return { ...found, status: page.responseCode };
  };

  return async (viewed: HttpRequest): Promise<HttpResponse> => {
    const behaviour = chooseBehaviour(behaviours, viewed.path);
    if (!behaviour.allowedMethods.includes(viewed.method)) return methodRefused;
    const { viewerRequest, viewerResponse, headersPolicy } = behaviour;
    const request = viewerRequest === undefined ? viewed : await runOnRequest(viewerRequest, viewed);
    const answered =
      'status' in request ? request : await withErrorPage(request, await askOrigin(behaviour, request));
    const seen =
      viewerResponse === undefined || answered.status >= 400
        ? answered
        : await runOnResponse(viewerResponse, viewed, answered);
    return headersPolicy === undefined
      ? seen
      : { ...seen, headers: applyHeadersPolicy(seen.headers, headersPolicy) };
  };
}

/** What the origin is asked: without what the behaviour's policies keep back, and with the viewer's address. */
function towardsOrigin(
  { forwardsViewer, told }: Behaviour,
  request: HttpRequest,
  rootObject: string,
): HttpRequest {
  const { host: _, ...viewerHeaders } = request.headers;
  const forwardedFor = [...(request.headers['x-forwarded-for'] ?? []), request.sourceIp].join(', ');
  return {
    ...request,
    path: request.path === '/' ? `/${rootObject}` : request.path,
    query: forwardsViewer ? request.query : '',
    headers: {
      ...(forwardsViewer ? viewerHeaders : { 'user-agent': ['Amazon CloudFront'] }),
      ...Object.fromEntries(Object.entries(viewerHere).filter(([name]) => told.includes(name))),
      'x-forwarded-for': [forwardedFor],
      via: ['1.1 localhost (CloudFront)'],
    },
  };
}

/** Where CloudFront would say that the viewer is; no country has this city. */
const viewerHere = { 'cloudfront-viewer-city': ['This machine'] };

const methodRefused: HttpResponse = {
  status: 403,
  headers: { 'content-type': ['text/html'], 'x-cache': ['Error from cloudfront'] },
  body: Buffer.from(
    '<html><body><h1>This distribution is not configured to allow this method.</h1></body></html>',
  ),
};
