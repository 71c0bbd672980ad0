/** A CloudFront Function: a few lines of JavaScript between the viewer and the cache, run apart from everything. */
import { createContext, Script } from 'node:vm';
import * as z from 'zod/mini';
import type { HttpHeaders, HttpRequest, HttpResponse } from '../http-message.ts';

export type ViewerFunction = (event: object) => Promise<unknown>;

const Values = z.record(z.string(), z.object({ value: z.string() }));
const Headers = z._default(
  z.record(
    z.string(),
    z.object({ value: z.string(), multiValue: z.optional(z.array(z.object({ value: z.string() }))) }),
  ),
  {},
);
const ChangedRequest = z.object({ uri: z.string(), headers: Headers, querystring: z._default(Values, {}) });
const Response = z.object({
  statusCode: z.number(),
  headers: Headers,
  body: z.optional(z.union([z.string(), z.object({ data: z.string(), encoding: z.optional(z.string()) })])),
});

const LONGEST_RUN = 1_000;

export function compileViewerFunction(code: string): ViewerFunction {
  const context = createContext({ console });
  new Script(code).runInContext(context);
  const call = new Script('handler(event)');
  return async event => {
    context.event = structuredClone(event);
    return call.runInContext(context, { timeout: LONGEST_RUN });
  };
}

/** What becomes of a request: another one, or an answer at once. */
export async function runOnRequest(
  run: ViewerFunction,
  request: HttpRequest,
): Promise<HttpRequest | HttpResponse> {
  const result = await run(eventOf(request));
  const response = Response.safeParse(result);
  if (response.success) return toResponse(response.data);
  const changed = ChangedRequest.parse(result);
  const query = new URLSearchParams(
    Object.entries(changed.querystring).map(([name, { value }]) => [name, value]),
  );
  return {
    ...request,
    path: changed.uri,
    headers: fromValues(changed.headers),
    query: query.toString() || request.query,
  };
}

export async function runOnResponse(
  run: ViewerFunction,
  request: HttpRequest,
  response: HttpResponse,
): Promise<HttpResponse> {
  const { status, headers } = response;
  const result = await run({
    ...eventOf(request),
    response: { statusCode: status, headers: toValues(headers) },
  });
  const changed = Response.parse(result);
  return { ...response, status: changed.statusCode, headers: fromValues(changed.headers) };
}

const eventOf = ({ method, path, query, headers, sourceIp }: HttpRequest) => ({
  version: '1.0',
  viewer: { ip: sourceIp },
  request: {
    method,
    uri: path,
    querystring: Object.fromEntries(
      Array.from(new URLSearchParams(query), ([name, value]) => [name, { value }]),
    ),
    headers: toValues(headers),
    cookies: {},
  },
});

function toResponse({ statusCode, headers, body = '' }: z.infer<typeof Response>): HttpResponse {
  const { data, encoding } = typeof body === 'string' ? { data: body, encoding: 'text' } : body;
  return {
    status: statusCode,
    headers: fromValues(headers),
    body: Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8'),
  };
}

const toValues = (headers: HttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [
      name,
      { value: values.join(','), ...(values.length > 1 && { multiValue: values.map(value => ({ value })) }) },
    ]),
  );

const fromValues = (headers: z.infer<typeof Headers>): HttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, { value, multiValue }]) => [
      name.toLowerCase(),
      multiValue?.map(item => item.value) ?? [value],
    ]),
  );
