/** Organizations: what they are, their settings and what of their plan is used. */
import {
  EditSettings,
  OneOrganization,
  OrganizationView,
  SettingsView,
  UsageView,
} from '../organizations.ts';
import { type Route, reads, writes } from '../route.ts';
import { ApprovalPage, ListApprovals } from '../users.ts';

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
  'get-settings': {
    method: 'GET',
    path: '/v1/organizations/{org}/settings',
    summary: 'The settings of an organization, and its plan',
    access: { permission: 'settings.read' },
    needs: reads,
    input: OneOrganization,
    output: SettingsView,
    status: 200,
    failures: [],
  },
  'edit-settings': {
    method: 'PATCH',
    path: '/v1/organizations/{org}/settings',
    summary: 'Change settings: what is left out stays as it is',
    access: { permission: 'settings.edit' },
    needs: writes,
    input: EditSettings,
    output: SettingsView,
    status: 200,
    conditional: true,
    failures: ['api-access-excludes-mfa', 'stale-version', 'changed-meanwhile'],
  },
  'get-usage': {
    method: 'GET',
    path: '/v1/organizations/{org}/usage',
    summary: 'Seats taken, and invitations sent this hour',
    access: { permission: 'usage.read' },
    needs: reads,
    input: OneOrganization,
    output: UsageView,
    status: 200,
    failures: [],
  },
  'list-approvals': {
    method: 'GET',
    path: '/v1/organizations/{org}/approvals',
    summary: 'Who waits for the approval of this organization, in those that it looks after',
    access: { permission: 'approvals.read' },
    needs: reads,
    input: ListApprovals,
    output: ApprovalPage,
    status: 200,
    failures: [],
  },
} as const satisfies Record<string, Route>;
