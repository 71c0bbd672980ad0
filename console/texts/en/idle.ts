/** Signing out when nobody has been at the keyboard for a while. */
export const idleTexts = {
  title: 'Are you still there?',
  lead: 'Your organization signs people out when nobody has used the page for a while.',
  left: (span: string) => `You are signed out in ${span}.`,
  stay: 'Stay signed in',
  leave: 'Sign out now',
  signedOut: 'You were signed out because nobody had used the page for a while.',
} as const;
