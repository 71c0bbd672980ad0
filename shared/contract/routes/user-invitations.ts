/** The invitations of users, as those see them who invite. */
import { type Route, writes } from '../route.ts';
import { ExtendInvitation, InvitationLink, SendInvitation } from '../sending.ts';
import { OneUser, UserView } from '../users.ts';

export const userInvitationsRoutes = {
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
    failures: [
      'role-too-high',
      'beyond-own-access',
      'wrong-status',
      'already-member',
      'seats-exhausted',
      'invitations-exhausted',
      'changed-meanwhile',
    ],
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
    failures: ['role-too-high', 'beyond-own-access', 'wrong-status', 'changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
