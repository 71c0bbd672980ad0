/** What people may do in the applications: the catalogue, what somebody holds of it, and the question whether. */
import { Authorize, EffectivePermissions, ListApplications, Verdicts } from '../access.ts';
import { Catalogue, PutCatalogue } from '../catalogue.ts';
import { notes, nothing, type Route, reads, writes } from '../route.ts';
import { OneUser, UserView } from '../users.ts';

export const accessRoutes = {
  'list-applications': {
    method: 'GET',
    path: '/v1/organizations/{org}/applications',
    summary: 'The applications and what can be done in each, with explanations',
    access: { permission: 'access.read' },
    needs: reads,
    input: ListApplications,
    output: Catalogue,
    status: 200,
    failures: [],
  },
  'get-catalogue': {
    method: 'GET',
    path: '/v1/applications',
    summary: 'The catalogue of applications and permissions, as the operator keeps it',
    access: { staff: 'catalogue.edit' },
    needs: reads,
    input: nothing,
    output: Catalogue,
    status: 200,
    failures: [],
  },
  'put-catalogue': {
    method: 'PUT',
    path: '/v1/applications',
    summary: 'Replace the catalogue; a permission that is left out is retired, and stays where it is held',
    access: { staff: 'catalogue.edit' },
    needs: writes,
    input: PutCatalogue,
    output: Catalogue,
    status: 200,
    conditional: true,
    failures: ['stale-version', 'limit-reached', 'changed-meanwhile'],
  },
  'get-user-permissions': {
    method: 'GET',
    path: '/v1/organizations/{org}/users/{user}/permissions',
    summary: 'Everything a user may do in the applications, each with where it comes from',
    access: { permission: 'access.read', orSelf: true },
    needs: reads,
    input: OneUser,
    output: EffectivePermissions,
    status: 200,
    failures: [],
  },
  'authorize-user': {
    method: 'POST',
    path: '/v1/authorize',
    summary: 'May this user do this? One question or up to 100, with where the answer comes from',
    access: 'asker',
    // It changes nothing; that somebody is there is noted, or whoever works in an application all day would be idle here.
    needs: notes,
    input: Authorize,
    output: Verdicts,
    status: 200,
    failures: ['session-ended', 'second-factor-required', 'not-allowed', 'not-found'],
  },
  'hand-over-ownership': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/hand-over-ownership',
    summary: 'Make another user the owner in one’s own place: whoever hands over is an admin from then on',
    access: { permission: 'ownership.hand-over' },
    needs: writes,
    input: OneUser,
    output: UserView,
    status: 200,
    failures: ['own-account', 'role-too-high', 'wrong-status', 'changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
