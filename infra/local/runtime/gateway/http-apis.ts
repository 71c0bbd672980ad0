/** The account's HTTP APIs, put together from their parts as the template brings them. */
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../../clock.ts';
import { failure } from '../../failure.ts';
import type { Outcome } from '../lambda-messages.ts';
import { createHttpApi, type HttpApi } from './http-api.ts';
import { createAuthorize } from './jwt-authorizer.ts';
import type { ApiIdentity } from './payload.ts';

type Route = {
  readonly key: string;
  readonly integrationId: string;
  readonly authorizerId?: string;
  readonly scopes: readonly string[];
};
type Authorizer = { readonly issuer: string; readonly audience: readonly string[] };

export type HttpApis = {
  define(identity: ApiIdentity): void;
  addIntegration(apiId: string, integrationId: string, functionArn: string): void;
  addAuthorizer(apiId: string, authorizerId: string, authorizer: Authorizer): void;
  addRoute(apiId: string, route: Route): void;
  /** The API behind `<id>.execute-api.<region>.amazonaws.com`, if it is one of ours. */
  at(domainName: string): HttpApi | undefined;
};

type Options = {
  readonly clock: Clock;
  readonly invoke: (functionArn: string, payload: unknown) => Promise<Outcome>;
  readonly keysOf: (issuer: string) => JSONWebKeySet;
  readonly warn: (message: string) => void;
};

type Parts = {
  readonly identity: ApiIdentity;
  readonly integrations: Map<string, string>;
  readonly authorizers: Map<string, Authorizer>;
  readonly routes: Route[];
  /** Made when the first request comes: by then every part is there. */
  ready?: HttpApi;
};

export function createHttpApis({ clock, invoke, keysOf, warn }: Options): HttpApis {
  const apis = new Map<string, Parts>();
  const partsOf = (id: string) => {
    const parts = apis.get(id);
    if (parts === undefined) throw failure(`There is no HTTP API ${id}`);
    return parts;
  };

  const assemble = ({ identity, integrations, authorizers, routes }: Parts): HttpApi => {
    const authorize = new Map(
      Array.from(authorizers, ([id, authorizer]) => [
        id,
        createAuthorize({ ...authorizer, keys: keysOf(authorizer.issuer) }, clock),
      ]),
    );
    const complete = routes.map(({ key, integrationId, authorizerId, scopes }) => ({
      key,
      functionArn: integrations.get(integrationId) ?? '',
      authorize: authorizerId === undefined ? undefined : authorize.get(authorizerId),
      scopes,
    }));
    return createHttpApi({ identity, routes: complete, invoke, clock, warn });
  };

  return {
    define: identity =>
      apis.set(identity.id, { identity, integrations: new Map(), authorizers: new Map(), routes: [] }),
    addIntegration: (apiId, integrationId, functionArn) =>
      partsOf(apiId).integrations.set(integrationId, functionArn),
    addAuthorizer: (apiId, authorizerId, authorizer) =>
      partsOf(apiId).authorizers.set(authorizerId, authorizer),
    addRoute: (apiId, route) => partsOf(apiId).routes.push(route),
    at(domainName) {
      const parts = [...apis.values()].find(({ identity }) => identity.domainName === domainName);
      if (parts === undefined) return undefined;
      return request => {
        parts.ready ??= assemble(parts);
        return parts.ready(request);
      };
    },
  };
}
