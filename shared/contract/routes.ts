/**
 * The treaty: the only list of routes. The kernel, the use cases' types, the Lambdas and their rights, the
 * console's client and the OpenAPI document are all readings of this table.
 */
import * as z from 'zod/mini';
import {
  AcceptAnswer,
  AnswerChallenge,
  ForgotPassword,
  Me,
  ResetPassword,
  SignedIn,
  SignIn,
  SignInAnswer,
} from './auth.ts';
import { AcceptInvitation, InvitationGreeting, LookupInvitation, RenewInvitation } from './invitations.ts';
import type { Need } from './needs.ts';
import { OneOrganization, OrganizationView } from './organizations.ts';
import type { ProblemKind } from './problems.ts';
import type { Permission } from './roles.ts';
import {
  CountUsers,
  ExtendInvitation,
  InvitationLink,
  InviteUser,
  ListUsers,
  OneUser,
  SendInvitation,
  UserCounts,
  UserPage,
  UserView,
} from './users.ts';

export type Access =
  /** Whoever knows the address. */
  | 'anyone'
  /** The same, but a bearer token that is sent is checked and says who it is. */
  | 'anyone-or-person'
  /** Signed in, in no organization in particular. */
  | 'person'
  /** Signed in, and holding the permission in the organization of the path; `orSelf`: or asking about oneself. */
  | { readonly permission: Permission; readonly orSelf?: true };

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/v1/${string}`;
  /** One line for the reference. */
  readonly summary: string;
  readonly access: Access;
  readonly needs: readonly Need[];
  /** Path parameters, query and body together, by name. */
  readonly input: z.ZodMiniObject;
  readonly output: z.ZodMiniType;
  readonly status: 200 | 201 | 202 | 204;
  readonly failures: readonly ProblemKind[];
  /** The refresh token's cookie: `read` it, `write` it (which includes clearing it), or both. */
  readonly cookie?: 'read' | 'write' | 'both';
  /** The caller names the version that is meant with If-Match; without it 428, with a stale one 412. */
  readonly conditional?: true;
  /** Takes an Idempotency-Key: the same key gives the first answer again for 24 hours. */
  readonly idempotent?: true;
};

const nothing = z.strictObject({});
const none = z.undefined();
const reads = ['directory:read'] as const;
const writes = ['directory:read', 'directory:write'] as const;
const accept = ['directory:read', 'directory:write', 'identity:sign-in', 'identity:write'] as const;
const signsIn = ['directory:read', 'directory:write', 'identity:sign-in'] as const;

export const routes = {
  'get-health': {
    method: 'GET',
    path: '/v1/health',
    summary: 'Whether the API answers',
    access: 'anyone',
    needs: [],
    input: nothing,
    output: z.object({ status: z.literal('ok') }),
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
    output: z.record(z.string(), z.unknown()),
    status: 200,
    failures: [],
  },

  'sign-in': {
    method: 'POST',
    path: '/v1/auth/sign-in',
    summary: 'Sign in with email and password',
    access: 'anyone',
    needs: signsIn,
    input: SignIn,
    output: SignInAnswer,
    status: 200,
    cookie: 'write',
    failures: ['wrong-credentials', 'no-active-membership'],
  },
  'answer-challenge': {
    method: 'POST',
    path: '/v1/auth/challenge',
    summary: 'Answer what sign-in asked for',
    access: 'anyone',
    needs: signsIn,
    input: AnswerChallenge,
    output: SignInAnswer,
    status: 200,
    cookie: 'write',
    failures: ['wrong-answer', 'no-active-membership'],
  },
  'refresh-session': {
    method: 'POST',
    path: '/v1/auth/refresh',
    summary: 'Get a new access token for the session in the cookie',
    access: 'anyone',
    needs: signsIn,
    input: nothing,
    output: SignedIn,
    status: 200,
    cookie: 'both',
    failures: ['session-ended'],
  },
  'sign-out': {
    method: 'POST',
    path: '/v1/auth/sign-out',
    summary: 'End the session in the cookie',
    access: 'anyone',
    needs: signsIn,
    input: nothing,
    output: none,
    status: 204,
    cookie: 'both',
    failures: [],
  },
  'forgot-password': {
    method: 'POST',
    path: '/v1/auth/forgot-password',
    summary: 'Ask for a link to choose a new password',
    access: 'anyone',
    needs: writes,
    input: ForgotPassword,
    output: none,
    status: 202,
    failures: [],
  },
  'reset-password': {
    method: 'POST',
    path: '/v1/auth/reset-password',
    summary: 'Choose a new password with the link from the mail',
    access: 'anyone',
    needs: accept,
    input: ResetPassword,
    output: SignInAnswer,
    status: 200,
    cookie: 'write',
    failures: ['link-unknown', 'changed-meanwhile', 'no-active-membership'],
  },

  'lookup-invitation': {
    method: 'POST',
    path: '/v1/invitations/lookup',
    summary: 'What an invitation link is for; consumes nothing',
    access: 'anyone',
    needs: reads,
    input: LookupInvitation,
    output: InvitationGreeting,
    status: 200,
    failures: ['link-unknown'],
  },
  'accept-invitation': {
    method: 'POST',
    path: '/v1/invitations/accept',
    summary: 'Accept an invitation; ends signed in',
    access: 'anyone-or-person',
    needs: accept,
    input: AcceptInvitation,
    output: AcceptAnswer,
    status: 200,
    cookie: 'write',
    failures: [
      'link-unknown',
      'link-replaced',
      'invitation-expired',
      'invitation-revoked',
      'invitation-accepted',
      'invitation-busy',
      'account-exists',
      'wrong-credentials',
      'other-account',
      'changed-meanwhile',
      'no-active-membership',
    ],
  },
  'renew-invitation': {
    method: 'POST',
    path: '/v1/invitations/renew',
    summary: 'Ask for a new link in place of an expired or replaced one',
    access: 'anyone',
    needs: writes,
    input: RenewInvitation,
    output: none,
    status: 202,
    failures: [
      'link-unknown',
      'invitation-revoked',
      'invitation-accepted',
      'seats-exhausted',
      'changed-meanwhile',
    ],
  },

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

  'list-users': {
    method: 'GET',
    path: '/v1/organizations/{org}/users',
    summary: 'Users of an organization, a page at a time',
    access: { permission: 'users.read' },
    needs: reads,
    input: ListUsers,
    output: UserPage,
    status: 200,
    failures: [],
  },
  'count-users': {
    method: 'GET',
    path: '/v1/organizations/{org}/users/counts',
    summary: 'How many users there are in each status',
    access: { permission: 'users.read' },
    needs: reads,
    input: CountUsers,
    output: UserCounts,
    status: 200,
    failures: [],
  },
  'get-user': {
    method: 'GET',
    path: '/v1/organizations/{org}/users/{user}',
    summary: 'One user',
    access: { permission: 'users.read', orSelf: true },
    needs: reads,
    input: OneUser,
    output: UserView,
    status: 200,
    failures: [],
  },
  'invite-user': {
    method: 'POST',
    path: '/v1/organizations/{org}/users',
    summary: 'Invite somebody, or create them silently',
    access: { permission: 'users.invite' },
    needs: writes,
    input: InviteUser,
    output: UserView,
    status: 201,
    idempotent: true,
    failures: ['role-too-high', 'already-member', 'username-taken', 'seats-exhausted', 'changed-meanwhile'],
  },
  'delete-user': {
    method: 'DELETE',
    path: '/v1/organizations/{org}/users/{user}',
    summary: 'Delete a user and the personal data held of them',
    access: { permission: 'users.delete' },
    needs: writes,
    input: OneUser,
    output: none,
    status: 204,
    conditional: true,
    failures: ['role-too-high', 'own-account', 'last-owner', 'stale-version', 'changed-meanwhile'],
  },
  'send-invitation': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/send-invitation',
    summary: 'Send or resend the invitation: a new link and a fresh expiry, the old link dies',
    idempotent: true,
    access: { permission: 'users.invite' },
    needs: writes,
    input: SendInvitation,
    output: UserView,
    status: 202,
    failures: ['role-too-high', 'wrong-status', 'already-member', 'seats-exhausted', 'changed-meanwhile'],
  },
  'revoke-invitation': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/revoke-invitation',
    summary: 'Withdraw a pending invitation',
    access: { permission: 'users.invite' },
    needs: writes,
    input: OneUser,
    output: UserView,
    status: 200,
    failures: ['role-too-high', 'wrong-status', 'changed-meanwhile'],
  },
  'extend-invitation': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/extend-invitation',
    summary: 'Give a pending invitation more time, counted from now; the link stays',
    access: { permission: 'users.invite' },
    needs: writes,
    input: ExtendInvitation,
    output: UserView,
    status: 200,
    failures: ['role-too-high', 'wrong-status', 'changed-meanwhile'],
  },
  'copy-invitation-link': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/copy-invitation-link',
    summary: 'A further link to a pending invitation, to hand over in person',
    access: { permission: 'users.invite' },
    needs: writes,
    input: OneUser,
    output: InvitationLink,
    status: 200,
    failures: ['role-too-high', 'wrong-status', 'changed-meanwhile'],
  },
  'deactivate-user': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/deactivate',
    summary: 'Take access away, at once',
    access: { permission: 'users.deactivate' },
    needs: writes,
    input: OneUser,
    output: UserView,
    status: 200,
    failures: ['role-too-high', 'own-account', 'last-owner', 'wrong-status', 'changed-meanwhile'],
  },
  'reactivate-user': {
    method: 'POST',
    path: '/v1/organizations/{org}/users/{user}/reactivate',
    summary: 'Give access back to somebody who had it',
    access: { permission: 'users.deactivate' },
    needs: writes,
    input: OneUser,
    output: UserView,
    status: 200,
    failures: ['role-too-high', 'wrong-status', 'seats-exhausted', 'changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;

export type RouteKey = keyof typeof routes;
export const routeKeys = Object.keys(routes) as RouteKey[]; // Object.keys forgets what it was given

/** The table's entry, with its optional facts readable. */
export function routeOf(key: RouteKey): Route {
  return routes[key];
}

type Entry<K extends RouteKey> = (typeof routes)[K];

export type InputOf<K extends RouteKey> = z.output<Entry<K>['input']>;
/** What a caller sends: before defaults and normalisation. */
export type SentTo<K extends RouteKey> = z.input<Entry<K>['input']>;
export type OutputOf<K extends RouteKey> = z.output<Entry<K>['output']>;
export type FailureOf<K extends RouteKey> = Entry<K>['failures'][number];
export type NeedOf<K extends RouteKey> = Entry<K>['needs'][number];
