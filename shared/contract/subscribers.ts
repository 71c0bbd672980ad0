/** Who listens to what. Each gets its own rule, queue, dead-letter queue and Lambda, all made from this table. */
import type { Action } from './events.ts';
import type { Needs } from './needs.ts';

type Subscriber = {
  readonly needs: Needs;
  /** How long it may work: a quarter of a minute, unless it says more; then on one event at a time. */
  readonly timeoutSeconds?: number;
} & (
  | {
      readonly listensTo: readonly Action[];
      /** Is given all of a batch at once, organization by organization: it adds up. Few such batches at a time. */
      readonly together?: true;
    }
  /** What SES reports of the mails it carried, on the account's default bus. */
  | { readonly hearsFromSes: true }
);

export const subscribers = {
  'send-invitation-email': {
    listensTo: ['user.invited', 'invitation.sent'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-password-reset-email': {
    listensTo: ['password.reset-requested', 'password.reset-forced'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-password-changed-email': {
    listensTo: ['password.changed'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-email-change-emails': {
    listensTo: ['email-change.requested', 'email-change.confirmed'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-factor-emails': {
    listensTo: ['factor.added', 'factor.removed', 'factors.reset', 'recovery-code.used'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'send-approval-emails': {
    listensTo: ['user.invited', 'user.created', 'user.approved'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  /** Both who was invited and who invited them hear of what was left out. */
  'send-access-reduced-emails': {
    listensTo: ['access.reduced'],
    needs: ['directory:read', 'directory:write', 'mail:send'],
  },
  'end-sessions': {
    listensTo: [
      'user.deactivated',
      'user.archived',
      'user.deleted',
      'user.signed-out',
      'password.changed',
      'password.reset-forced',
      'factors.reset',
      'session.ended',
    ],
    needs: ['directory:read', 'directory:write', 'identity:write'],
  },
  /** Brings Cognito's second factors in line with ours. */
  'align-factors': {
    listensTo: ['factor.removed', 'factors.reset', 'recovery-code.used'],
    needs: ['directory:read', 'directory:write', 'identity:write'],
  },
  /** What is left of somebody who was deleted, beside the items that went with the deletion itself. */
  'erase-person': {
    listensTo: ['user.deleted'],
    needs: ['directory:read', 'directory:write'],
  },
  'remove-picture-files': {
    listensTo: ['picture.changed', 'picture.removed', 'user.deleted'],
    needs: ['directory:read', 'files:remove'],
  },
  /** Works on jobs, a batch of users at a time; after some seconds it lets another event go on. */
  'run-job': {
    listensTo: ['job.queued', 'job.continued', 'job.resumed'],
    needs: ['directory:read', 'directory:write', 'files:plan'],
  },
  /** Writes the users that somebody has asked for into a file. */
  'write-export': {
    listensTo: ['export.queued'],
    timeoutSeconds: 300,
    needs: ['directory:read', 'directory:write', 'files:export'],
  },
  /** Reads a file of users, and plans what each of its rows comes to. */
  'check-import': {
    listensTo: ['import.queued'],
    timeoutSeconds: 600,
    needs: ['directory:read', 'directory:write', 'files:check-import'],
  },
  /** Writes the rows of an import that did not get in into a file, once its job is over. */
  'write-left-rows': {
    listensTo: ['job.finished', 'job.cancelled'],
    timeoutSeconds: 300,
    needs: ['directory:read', 'directory:write', 'files:report'],
  },
  /** Keeps what the overview shows of invitations, by day. */
  'count-invitations': {
    listensTo: [
      'user.invited',
      'invitation.sent',
      'invitation.accepted',
      'invitation.expired',
      'invitation.bounced',
    ],
    together: true,
    needs: ['directory:count'],
  },
  'record-delivery': {
    hearsFromSes: true,
    needs: ['directory:read', 'directory:write'],
  },
} as const satisfies Record<string, Subscriber>;

export type SubscriberName = keyof typeof subscribers;
