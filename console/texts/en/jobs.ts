/** Jobs: work that takes longer than a request. */
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
  },
  states: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Stopped' },
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
