/** Who listens to what. Each gets its own rule, queue, dead-letter queue and Lambda, all made from this table. */
import type { Action } from './events.ts';
import type { Needs } from './needs.ts';

type Subscriber = {
  readonly needs: Needs;
} & (
  | { readonly listensTo: readonly Action[] }
  /** What SES reports of the mails it carried, on the account's default bus. */
  | { readonly hearsFromSes: true }
);

export const subscribers = {
  'send-invitation-email': {
    listensTo: ['user.invited', 'invitation.sent'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-password-reset-email': {
    listensTo: ['password.reset-requested'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-password-changed-email': {
    listensTo: ['password.changed'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'end-sessions': {
    listensTo: ['user.deactivated', 'user.deleted', 'password.changed'],
    needs: ['directory:read', 'identity:write'],
  },
  'record-delivery': {
    hearsFromSes: true,
    needs: ['directory:read', 'directory:write'],
  },
} as const satisfies Record<string, Subscriber>;

export type SubscriberName = keyof typeof subscribers;
