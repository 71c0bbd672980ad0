/** Where somebody is signed in, and ending that. */
export const sessionTexts = {
  title: 'Sessions',
  lead: 'Where you are signed in. End what you do not recognise, and change your password.',
  none: 'No session is open.',
  current: 'This session',
  script: 'Script',
  nowhere: 'Place unknown',
  lastUsed: 'Last used',
  since: 'Signed in',
  end: 'End',
  endNamed: (device: string) => `End the session on ${device}`,
  endOthers: 'End all others',
  endAll: 'Sign out everywhere',
  ended: 'The session has ended.',
  othersEnded: 'All your other sessions have ended.',
  asks: {
    one: {
      title: (device: string) => `End the session on ${device}?`,
      lost: 'It is signed out at once. What was not saved there may be lost.',
      lostScript: 'The script is signed out at once, and stops until it gets a new token.',
      confirm: 'End session',
    },
    this: { title: 'Sign out here?', lost: 'This very session ends.', confirm: 'Sign out' },
    others: {
      title: 'End all your other sessions?',
      lost: 'Every other device and script is signed out at once. You stay signed in here.',
      confirm: 'End all others',
    },
    all: {
      title: 'Sign out everywhere?',
      lost: 'Every device and script is signed out at once, this one too.',
      confirm: 'Sign out everywhere',
    },
  },
} as const;
