/** What anybody may ask of the API itself. */
import { nothing, type Route } from '../route.ts';
import { Health, OpenapiDocument } from '../service.ts';

export const publicRoutes = {
  'get-health': {
    method: 'GET',
    path: '/v1/health',
    summary: 'Whether the API answers',
    access: 'anyone',
    needs: [],
    input: nothing,
    output: Health,
    status: 200,
    failures: [],
  },
  'get-openapi': {
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This description, as OpenAPI 3.1',
    access: 'anyone',
    needs: [],
    input: nothing,
    output: OpenapiDocument,
    status: 200,
    failures: [],
  },
} as const satisfies Record<string, Route>;
