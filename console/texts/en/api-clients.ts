/** Registered applications: what scripts name themselves by. */
export const apiClientsTexts = {
  title: 'Applications',
  lead: 'A script signs in with a registered application and the name and password of a user who has API access.',
  register: 'Register application',
  columns: {
    name: 'Application',
    id: 'Client id',
    created: 'Registered',
    lastUsed: 'Last used',
    menu: 'Actions',
  },
  menuOf: (name: string) => `Actions for ${name}`,
  never: 'Never',
  oldSecretUntil: (span: string) => `The old secret works for another ${span}`,
  rotate: 'New secret…',
  remove: 'Delete…',
  copyId: 'Copy client id',
  empty: {
    title: 'No applications yet',
    lead: 'Register one for each script, so that each has a secret of its own that can be taken away without touching the others.',
  },
  noPlan: {
    title: 'Your plan has no API access',
    lead: 'Signing in from scripts is part of larger plans. Ask whoever runs the service for you to move to one.',
  },
  create: {
    title: 'Register an application',
    lead: 'Name it after the script that will use it.',
    label: 'Name',
    confirm: 'Register',
  },
  secret: {
    title: (name: string) => `The secret of ${name}`,
    lead: 'Copy it now: only a hash of it is kept, so it is never shown again.',
    label: 'Client secret',
    example: 'Get a token',
    kept: 'I have kept it',
  },
  rotation: {
    title: (name: string) => `A new secret for ${name}`,
    lead: 'The new one works at once. How long should the old one go on working, so that you can change the script without a gap?',
    label: 'The old secret works for another',
    atOnce: 'Not at all: it may have leaked',
    confirm: 'Make a new secret',
  },
  removal: {
    title: (name: string) => `Delete ${name}?`,
    lost: 'Its secret stops working and every session of it ends at once. Scripts that use it fail from then on. This cannot be undone.',
    confirm: 'Delete application',
    done: (name: string) => `${name} was deleted`,
  },
} as const;
