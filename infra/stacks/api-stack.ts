/** The API: a route of the gateway for each route of the table, answered by the few Lambdas that share its needs. */
import { Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { type ApiLambda, apiLambdaFor, needsOf } from '../../shared/contract/api-lambdas.ts';
import type { Route } from '../../shared/contract/route.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { acceptRisks } from '../constructs/accept.ts';
import { BundledLambda, pascalCase } from '../constructs/bundled-lambda.ts';
import { apiEnvironment } from '../constructs/environment.ts';
import type { World } from '../constructs/world.ts';

type ApiStackProps = StackProps & { readonly world: World; readonly api: IHttpApi };

export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { world, api, ...props }: ApiStackProps) {
    super(scope, id, props);
    // Known by its id here, so that what belongs to the routes stands beside them and not in the gateway's own stack.
    const httpApi = HttpApi.fromHttpApiAttributes(this, 'HttpApi', { httpApiId: api.apiId });
    const authorizer = this.authorizer(world);
    const byLambda = Map.groupBy(routeKeys, apiLambdaFor);
    for (const [name, keys] of byLambda) {
      const integration = this.integration(name, keys, world);
      for (const key of keys) {
        const { method, path, access } = routeOf(key);
        const open = isOpen(access);
        const route = new HttpRoute(this, pascalCase(key), {
          httpApi,
          routeKey: HttpRouteKey.with(path, HttpMethod[method]),
          integration,
          ...(!open && { authorizer }),
        });
        if (open) acceptRisks(route, { APIG4: `The contract opens it: access is ${access}.` });
      }
    }
  }

  /** Checks signature, age, issuer and client of the access token before anything of ours runs. */
  private authorizer({ identity: { pool, client } }: World): HttpJwtAuthorizer {
    return new HttpJwtAuthorizer('AccessToken', pool.userPoolProviderUrl, {
      jwtAudience: [client.userPoolClientId],
    });
  }

  private integration(name: ApiLambda, keys: readonly RouteKey[], world: World): HttpLambdaIntegration {
    const needs = needsOf(keys);
    const environment = apiEnvironment[name](world);
    const props = { name, needs, timeoutSeconds: 10, environment, world };
    const lambda = new BundledLambda(this, pascalCase(name), props);
    // One permission for the whole API: one a route would outgrow what a Lambda's policy may hold.
    return new HttpLambdaIntegration(`${pascalCase(name)}Integration`, lambda, {
      scopePermissionToRoute: false,
    });
  }
}

function isOpen(access: Route['access']): boolean {
  return access === 'anyone' || access === 'anyone-or-person';
}
