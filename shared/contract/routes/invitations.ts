/** What an invitation's link leads to. */
import { AcceptAnswer } from '../auth.ts';
import { AcceptInvitation, InvitationGreeting, LookupInvitation, RenewInvitation } from '../invitations.ts';
import { accept, none, type Route, reads, writes } from '../route.ts';

export const invitationsRoutes = {
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
      'awaiting-approval',
      'password-reset-required',
      'second-factor-unavailable',
      'too-many-attempts',
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
      'invitations-exhausted',
      'changed-meanwhile',
    ],
  },
} as const satisfies Record<string, Route>;
