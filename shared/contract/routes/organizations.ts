/** Organizations. */
import { OneOrganization, OrganizationView } from '../organizations.ts';
import { type Route, reads } from '../route.ts';

export const organizationsRoutes = {
  'get-organization': {
    method: 'GET',
    path: '/v1/organizations/{org}',
    summary: 'An organization',
    access: { permission: 'organization.read' },
    needs: reads,
    input: OneOrganization,
    output: OrganizationView,
    status: 200,
    failures: [],
  },
} as const satisfies Record<string, Route>;
