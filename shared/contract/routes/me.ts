/** What somebody signed in asks about themselves. */
import { Me } from '../auth.ts';
import { nothing, type Route, reads } from '../route.ts';

export const meRoutes = {
  'get-me': {
    method: 'GET',
    path: '/v1/me',
    summary: 'Who is signed in, and in which organizations',
    access: 'person',
    needs: reads,
    input: nothing,
    output: Me,
    status: 200,
    failures: [],
  },
} as const satisfies Record<string, Route>;
