/** Jobs: work that takes longer than a request. */
import type { BulkAction } from '../../../shared/contract/bulk.ts';

export const jobsTexts = {
  title: 'Jobs',
  lead: 'Work on many users at once. It goes on when you leave the page, and says afterwards what became of each.',
  columns: { what: 'What', state: 'State', progress: 'Progress', by: 'Started by', started: 'Started' },
  empty: {
    title: 'No job has run yet',
    lead: 'When many users are changed at once, what became of each is kept here.',
  },
  kinds: {
    'change-group-members': (about: string) => `Members of ${about}`,
    unassign: (about: string) => `${about} is taken from its users`,
    bulk: () => 'Change users',
  },
  /** What one thing for all is; `value` is the role, the group or the project, where there is one. */
  bulk: {
    'send-invitation': () => 'Send invitations',
    deactivate: () => 'Deactivate users',
    reactivate: () => 'Activate users',
    archive: () => 'Archive users',
    restore: () => 'Restore users',
    delete: () => 'Delete users',
    'reset-password': () => 'Reset passwords',
    'set-role': value => `Set the role to ${value}`,
    'require-mfa': () => 'Require a second factor',
    'add-to-group': value => `Add users to ${value}`,
    'remove-from-group': value => `Remove users from ${value}`,
    'add-to-project': value => `Add users to ${value}`,
    'remove-from-project': value => `Remove users from ${value}`,
  } satisfies Record<BulkAction, (value: string) => string>,
  noLongerRequired: 'No longer require a second factor',
  nameless: 'something that is no longer there',
  states: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Stopped', cancelled: 'Cancelled' },
  progress: (finished: string, total: string) => `${finished} of ${total}`,
  skipped: (count: string) => `${count} skipped`,
  failed: (count: string) => `${count} failed`,
  progressOf: (what: string) => `Progress: ${what}`,
  bySystem: 'The system',
  facts: { by: 'Started by', started: 'Started', finished: 'Finished' },
  items: {
    label: 'What became of each',
    columns: { user: 'User', action: 'Action', outcome: 'Outcome', reason: 'Reason' },
    actions: { add: 'Add', remove: 'Remove' },
    outcomes: { waiting: 'Waiting', done: 'Done', skipped: 'Skipped', failed: 'Failed' },
    empty: { title: 'Nobody was concerned', lead: 'There was nobody to change when the job ran.' },
  },
  gone: 'Somebody who is no longer here',
  card: {
    details: 'What became of each',
    dismiss: 'Dismiss',
    running: 'You can leave the page: it goes on.',
  },
} as const;
