/** The contract's routes against the template's, one by one. */
import { expect, test } from 'vitest';
import { apiLambdaFor } from '../../shared/contract/api-lambdas.ts';
import { routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { asDelivered, referred, synthesised } from './synthesised.ts';

const { api, identity } = synthesised(asDelivered);
const routes = Object.values(api.resources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
const [authorizer = '', ...otherAuthorizers] = Object.keys(api.resources('AWS::ApiGatewayV2::Authorizer'));

test('the gateway has the routes of the contract and no others', () => {
  const written = routeKeys.map(key => `${routeOf(key).method} ${routeOf(key).path}`);
  expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(written.sort());
});

test.each(routeKeys)('%s is guarded as the contract says, and answered by the Lambda that serves it', key => {
  const { method, path, access } = routeOf(key);
  const route = routes.find(({ RouteKey }) => RouteKey === `${method} ${path}`);
  const open = access === 'anyone' || access === 'anyone-or-person';
  expect(route?.AuthorizationType).toBe(open ? 'NONE' : 'JWT');
  expect(route?.AuthorizerId).toEqual(open ? undefined : { Ref: authorizer });

  const integration = api.resources('AWS::ApiGatewayV2::Integration')[referred(route?.Target)];
  const lambda = api.resources('AWS::Lambda::Function')[referred(integration?.Properties.IntegrationUri)];
  expect(integration?.Properties.PayloadFormatVersion).toBe('2.0');
  expect(lambda?.Properties.Description).toBe(apiLambdaFor(key));
});

test('the one authoriser takes access tokens of our pool and our client', () => {
  const { Properties } = api.resources('AWS::ApiGatewayV2::Authorizer')[authorizer] ?? {};
  const [client = ''] = Object.keys(identity.resources('AWS::Cognito::UserPoolClient'));
  const [pool = ''] = Object.keys(identity.resources('AWS::Cognito::UserPool'));
  expect(otherAuthorizers).toEqual([]);
  expect(Properties?.AuthorizerType).toBe('JWT');
  expect(JSON.stringify(Properties?.JwtConfiguration)).toMatch(
    new RegExp(`Audience.*Ref${client}.*Issuer.*${pool}ProviderURL`),
  );
});

test('a Lambda answers before the gateway gives up on it', () => {
  const timeouts = Object.values(api.resources('AWS::Lambda::Function')).map(({ Properties }) =>
    Number(Properties.Timeout),
  );
  expect(Math.max(...timeouts)).toBeLessThan(29);
});
