/** HTTP APIs of API Gateway: the API itself and its routes, integrations and authorisers. */
import * as z from 'zod/mini';
import { type Created, creator } from '../template/deploy.ts';
import { boolean, idOf, ignored, number, physicalName, tags } from './properties.ts';
import type { Services } from './services.ts';

const Api = z.strictObject({
  Name: z.optional(z.string()),
  ProtocolType: z.literal('HTTP'),
  DisableExecuteApiEndpoint: ignored('nobody here knows that address'),
  Description: ignored('for people'),
  Tags: tags,
});

export const api = ({ httpApis }: Services) =>
  creator(Api, (_, position): Created => {
    const { account, region } = position.place;
    const id = idOf(position);
    const domainName = `${id}.execute-api.${region}.amazonaws.com`;
    httpApis.define({ id, account, domainName });
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: `https://${domainName}` } };
  });

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.optional(number.check(z.gte(30_000, 'a shorter wait than 30 s is not modelled'))),
  IntegrationMethod: ignored('a Lambda is always called by POST'),
  Description: ignored('for people'),
});

export const integration = ({ httpApis }: Services) =>
  creator(Integration, ({ ApiId, IntegrationUri }, position): Created => {
    const id = physicalName(position);
    httpApis.addIntegration(ApiId, id, IntegrationUri);
    return { ref: id };
  });

const Authorizer = z.strictObject({
  ApiId: z.string(),
  Name: ignored('for people'),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(z.literal('$request.header.Authorization')),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

export const authorizer = ({ httpApis }: Services) =>
  creator(Authorizer, ({ ApiId, JwtConfiguration: { Issuer, Audience } }, position): Created => {
    const id = physicalName(position);
    httpApis.addAuthorizer(ApiId, id, { issuer: Issuer, audience: Audience });
    return { ref: id, attributes: { AuthorizerId: id } };
  });

const Route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z._default(z.enum(['NONE', 'JWT']), 'NONE'),
  AuthorizerId: z.optional(z.string()),
  AuthorizationScopes: z._default(z.array(z.string()), []),
  OperationName: ignored('for people'),
});

export const route = ({ httpApis }: Services) =>
  creator(Route, (properties, position): Created => {
    const { ApiId, RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = properties;
    const id = physicalName(position);
    httpApis.addRoute(ApiId, {
      key: RouteKey,
      integrationId: Target.replace('integrations/', ''),
      authorizerId: AuthorizationType === 'JWT' ? AuthorizerId : undefined,
      scopes: AuthorizationScopes,
    });
    return { ref: id, attributes: { RouteId: id } };
  });

const Stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: boolean,
  AccessLogSettings: ignored('no access logs here'),
  DefaultRouteSettings: ignored('nobody is throttled here'),
  RouteSettings: ignored('nobody is throttled here'),
  Description: ignored('for people'),
  Tags: tags,
});

export const stage = () => creator(Stage, ({ StageName }): Created => ({ ref: StageName }));
