/** The contract's table read as an OpenAPI 3.1 document. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshCookie } from '../../shared/contract/auth.ts';
import { bodyType, takesBody } from '../../shared/contract/request.ts';
import type { Route } from '../../shared/contract/route.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { exportOf } from './names.ts';
import { examples } from './openapi-examples.ts';
import { namedProblems, problemResponses } from './openapi-problems.ts';
import { fieldsOf, type Json, jsonSchema, namedSchemas } from './openapi-schemas.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

const description = `Every answer that is not a success is a problem document (RFC 9457) whose \`type\` names what
happened. Times are ISO 8601 in UTC; ids are opaque. Lists come a page at a time: send \`nextCursor\` back as
\`cursor\` until there is none.`;

/** By the beginning of the path; the longest comes first. */
const areas = [
  ['/v1/organizations/{org}/users', 'Users'],
  ['/v1/organizations/{org}/api-clients', 'Registered applications'],
  ['/v1/organizations', 'Organizations'],
  ['/v1/invitations', 'Invitations'],
  ['/v1/email-changes', 'Signing in'],
  ['/v1/auth', 'Signing in'],
  ['/v1/me', 'Me'],
  ['/v1', 'Service'],
] as const;

export function openapiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Tenantry', version, description },
    servers: [{ url: '/' }],
    tags: [...new Set(areas.map(([, name]) => name))].reverse().map(name => ({ name })),
    paths: paths(),
    components: {
      schemas: namedSchemas(),
      responses: namedProblems(),
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        client: {
          type: 'http',
          scheme: 'basic',
          description: 'The id and the secret of a registered application; or both stand in the form.',
        },
        refreshCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: refreshCookie,
          description: 'HttpOnly: set by signing in, sent by the browser alone.',
        },
      },
    },
  };
}

function paths(): Json {
  const byPath = Map.groupBy(routeKeys, key => routeOf(key).path);
  return Object.fromEntries(
    [...byPath].map(([path, keys]) => [
      path,
      Object.fromEntries(keys.map(key => [routeOf(key).method.toLowerCase(), operation(key)])),
    ]),
  );
}

function operation(key: RouteKey): Json {
  const route = routeOf(key);
  return {
    operationId: exportOf(key),
    summary: route.summary,
    tags: [areas.find(([start]) => route.path.startsWith(start))?.[1]],
    security: security(route),
    parameters: parameters(route),
    ...requestBody(key),
    responses: { [route.status]: success(key), ...problemResponses(route) },
  };
}

/** Alternatives; the empty one means that none is needed. */
function security({ access, cookie, speaks }: Route): Json[] {
  if (speaks === 'oauth') return [{ client: [] }, {}];
  if (cookie === 'read' || cookie === 'both') return [{ refreshCookie: [] }];
  if (access === 'anyone') return [];
  return access === 'anyone-or-person' ? [{}, { accessToken: [] }] : [{ accessToken: [] }];
}

/** Whether the field stands in the path, as `{name}`. */
const inPath = ({ path }: Route, name: string) => path.includes(`{${name}}`);

function parameters(route: Route): Json[] {
  const { properties, required } = fieldsOf(route.input);
  const given = Object.entries(properties).flatMap(([name, schema]) => {
    if (inPath(route, name)) return { name, in: 'path', required: true, schema };
    return takesBody(route) ? [] : { name, in: 'query', required: required.includes(name), schema };
  });
  return [...given, ...headers(route)];
}

function headers({ conditional, idempotent }: Route): Json[] {
  const ifMatch = { name: 'If-Match', in: 'header', required: true, description: 'The ETag that was read.' };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Any text of your own; the same key gives the first answer again for 24 hours.',
  };
  return [...(conditional ? [ifMatch] : []), ...(idempotent ? [key] : [])].map(header => ({
    ...header,
    schema: { type: 'string' },
  }));
}

function requestBody(key: RouteKey): Json {
  const route = routeOf(key);
  const { properties, required } = fieldsOf(route.input);
  const inBody = (name: string) => takesBody(route) && !inPath(route, name);
  const names = Object.keys(properties).filter(inBody);
  if (names.length === 0) return {};
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name, properties[name]])),
    required: required.filter(inBody),
    ...(!route.speaks && { additionalProperties: false }),
  };
  const sent = Object.entries(examples[key]?.sent ?? {}).filter(([name]) => inBody(name));
  const example = sent.length > 0 ? { example: Object.fromEntries(sent) } : {};
  return {
    requestBody: {
      required: schema.required.length > 0,
      content: { [bodyType(route)]: { schema, ...example } },
    },
  };
}

function success(key: RouteKey): Json {
  const { output, summary, cookie } = routeOf(key);
  const carries = {
    ...('version' in shapeOf(output) && { ETag: 'The version; send it back as If-Match.' }),
    ...((cookie === 'write' || cookie === 'both') && {
      'Set-Cookie': 'The refresh token, which no script sees.',
    }),
  };
  const headers = Object.fromEntries(
    Object.entries(carries).map(([name, says]) => [name, { description: says, schema: { type: 'string' } }]),
  );
  if (output.def.type === 'undefined') return { description: summary, headers };
  const answer = examples[key]?.answer;
  const content = { schema: jsonSchema(output, 'output'), ...(answer && { example: answer }) };
  return { description: summary, headers, content: { 'application/json': content } };
}

function shapeOf(output: Route['output']): object {
  return 'shape' in output.def && typeof output.def.shape === 'object' ? (output.def.shape ?? {}) : {};
}
