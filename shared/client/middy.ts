/** A middleware for Lambdas behind an HTTP API: whoever may not is answered before the handler runs. */
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalOf, type Wanted } from './guard.ts';
import type { Tenantry } from './tenantry.ts';

export function requires(
  tenantry: Tenantry,
  wanted: (event: APIGatewayProxyEventV2) => Wanted,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    before: async ({ event }) => {
      const refusal = await refusalOf(tenantry, event.headers.authorization, wanted(event));
      if (!refusal) return;
      return {
        statusCode: refusal.status,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(refusal),
      };
    },
  };
}
