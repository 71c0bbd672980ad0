import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openapiDocument } from '../../infra/build/openapi.ts';
import { examples } from '../../infra/build/openapi-examples.ts';
import { refreshCookie } from '../../shared/contract/auth.ts';
import { problems } from '../../shared/contract/problems.ts';
import { bodyType } from '../../shared/contract/request.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';

/** As a reader gets it. */
const document = JSON.parse(JSON.stringify(openapiDocument()));

const operation = (key: RouteKey) => document.paths[routeOf(key).path][routeOf(key).method.toLowerCase()];

test('it is OpenAPI 3.1', async () => {
  expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
});

test.each(routeKeys)('%s is described as the contract has it', key => {
  const route = routeOf(key);
  const { summary, parameters, requestBody, responses } = operation(key);
  const named = [
    ...parameters
      .filter(({ in: where }: { in: string }) => where !== 'header')
      .map(({ name }: { name: string }) => name),
    ...Object.keys(requestBody?.content[bodyType(route)].schema.properties ?? {}),
  ];
  expect(summary).toBe(route.summary);
  expect(named.sort()).toEqual(Object.keys(route.input.shape).sort());
  expect(Object.keys(responses)).toContain(String(route.status));
  for (const kind of route.failures) expect(Object.keys(responses)).toContain(String(problems[kind].status));
});

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g);
  const lost = [...references].filter(([, kind = '', name = '']) => !(name in document.components[kind]));
  expect(lost).toEqual([]);
});

test('a signed-in route asks for the access token, an open one for nothing', () => {
  expect(operation('list-users').security).toEqual([{ accessToken: [] }]);
  expect(operation('accept-invitation').security).toEqual([{}, { accessToken: [] }]);
  expect(operation('lookup-invitation').security).toEqual([]);
  expect(operation('refresh-session').security).toEqual([{ refreshCookie: [] }]);
  expect(document.components.securitySchemes.refreshCookie.name).toBe(refreshCookie);
});

test('the token route takes a form, and refuses in the words of the standard', () => {
  const { requestBody, responses, security } = operation('exchange-token');
  expect(Object.keys(requestBody.content)).toEqual(['application/x-www-form-urlencoded']);
  expect(security).toEqual([{ client: [] }, {}]);
  expect(document.components.securitySchemes.client).toMatchObject({ type: 'http', scheme: 'basic' });
  expect(Object.keys(responses)).toEqual(['200', '400', '401', '429', '500', '503']);
  const { schema } = responses[401].content['application/json'];
  expect(schema.allOf[1].properties.error.enum).toEqual(['invalid_client']);
  expect(schema.allOf[1].properties.error_uri.enum).toEqual(['/problems/invalid-client']);
});

test('the headers of a route are told', () => {
  expect(operation('delete-user').parameters).toContainEqual(
    expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
  );
  expect(operation('invite-user').parameters).toContainEqual(
    expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: false }),
  );
  expect(Object.keys(operation('get-user').responses[200].headers)).toEqual(['ETag']);
});

test.each(routeKeys.filter(key => examples[key]))('the examples of %s are what the contract takes', key => {
  const { sent, answer } = examples[key] ?? {};
  if (sent) routeOf(key).input.parse(sent);
  if (answer) routeOf(key).output.parse(answer);
});
