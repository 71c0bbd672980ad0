/** Jobs: work that takes longer than a request. */
import type { BulkAction } from '../../../shared/contract/bulk.ts';

const users = (count: string) => (count === '1' ? '1 user' : `${count} users`);
const are = (count: string) => `${users(count)} ${count === '1' ? 'is' : 'are'}`;
const were = (count: string) => `${users(count)} ${count === '1' ? 'was' : 'were'}`;
const have = (count: string) => `${users(count)} ${count === '1' ? 'has' : 'have'}`;

export const jobsTexts = {
  title: 'Jobs',
  titleWithImports: 'Imports & jobs',
  tabs: { label: 'Jobs and imports', jobs: 'Jobs', imports: 'Imports' },
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
    import: () => 'Import users',
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
  states: {
    queued: 'Waiting',
    running: 'Running',
    paused: 'Paused',
    done: 'Done',
    failed: 'Stopped',
    cancelled: 'Cancelled',
  },
  progress: (finished: string, total: string) => `${finished} of ${total}`,
  /** As long as nobody knows how many it is about. */
  begins: 'Finding out who is meant…',
  skipped: (count: string) => `${count} skipped`,
  failed: (count: string) => `${count} failed`,
  progressOf: (what: string) => `Progress: ${what}`,
  bySystem: 'The system',
  facts: { by: 'Started by', started: 'Started', finished: 'Finished', retryOf: 'Tries again' },
  retryOf: 'What has failed before',
  deeds: {
    retry: 'Try the failed ones again',
    download: 'Download the failed ones',
    cancel: 'Cancel job',
    pause: 'Pause',
    resume: 'Resume',
    import: 'Open the import',
  },
  file: { id: 'Id', name: 'Name', reason: 'Reason' },
  /** Of the file with those for whom it has failed. */
  fileName: (day: string) => `failed-${day}.csv`,
  items: {
    label: 'What became of each',
    columns: { user: 'User', row: 'Row', action: 'Action', outcome: 'Outcome', reason: 'Reason' },
    actions: { add: 'Add', remove: 'Remove' },
    outcomes: { waiting: 'Waiting', done: 'Done', skipped: 'Skipped', failed: 'Failed' },
    notCreated: 'Was not created',
    nobodyYet: 'Nobody yet.',
    empty: { title: 'Nobody was concerned', lead: 'There was nobody to change when the job ran.' },
  },
  gone: 'Somebody who is no longer here',
  deleted: 'Deleted user',
  /** What it came to, once it is over. */
  summary: {
    bulk: {
      'send-invitation': count =>
        count === '1' ? '1 invitation is on its way.' : `${count} invitations are on their way.`,
      'reset-password': count =>
        count === '1' ? '1 link is on its way.' : `${count} links are on their way.`,
      deactivate: count => `${were(count)} deactivated.`,
      reactivate: count => `${are(count)} active again.`,
      archive: count => `${were(count)} archived.`,
      restore: count => `${are(count)} back, and inactive.`,
      delete: count => `${were(count)} deleted.`,
      'set-role': count => `${have(count)} another role.`,
      'require-mfa': count => `${were(count)} changed.`,
      'add-to-group': count => `${were(count)} added.`,
      'remove-from-group': count => `${were(count)} removed.`,
      'add-to-project': count => `${were(count)} added.`,
      'remove-from-project': count => `${were(count)} removed.`,
    } satisfies Record<BulkAction, (count: string) => string>,
    done: (what: string, count: string) => `${what}: ${count} done.`,
    skipped: (count: string) => (count === '1' ? '1 was skipped.' : `${count} were skipped.`),
    failed: (count: string) => (count === '1' ? '1 has failed.' : `${count} have failed.`),
    cancelled: 'The rest was called off.',
    stopped: 'It did not get to its end.',
  },
  card: {
    details: 'What became of each',
    more: 'Details',
    hide: 'Hide',
    dismiss: 'Dismiss',
    running: 'You can leave the page: it goes on.',
  },
} as const;
