/** Signing in, coming in by an invitation, and choosing a password: what is said before the sign-in. */
export const signInTexts = {
  signIn: {
    title: 'Sign in',
    ended: 'Your session has ended. Sign in to go on where you were.',
    labels: { email: 'Email', password: 'Password' },
    submit: 'Sign in',
    forgot: 'Forgot your password?',
  },
  signOut: { title: 'Sign out', lead: 'Ends your session in this browser.' },
  challenge: {
    'authenticator-code': {
      title: 'Enter your code',
      lead: 'Open your authenticator app and type the six digits it shows.',
    },
    'sms-code': { title: 'Enter your code', lead: 'We have sent six digits to your phone.' },
    labels: { code: 'Code' },
    submit: 'Continue',
    useRecovery: 'Use a recovery code instead',
    restart: 'Start again',
  },
  recovery: {
    title: 'Use a recovery code',
    lead: 'One of the codes that you kept when you set up your second factor. Each works once.',
    again: 'One of the codes that you kept when you set up your second factor, together with your password.',
    labels: { recoveryCode: 'Recovery code', password: 'Password' },
    this: 'This',
    submit: 'Sign in',
    useCode: 'I have my code after all',
    used: (left: number) =>
      left === 0
        ? 'That was your last recovery code. Make new ones in your profile, under sign-in and security.'
        : `That recovery code is used up. You have ${left} left.`,
  },
  notIn: {
    'password-reset-required': {
      title: 'Choose a new password',
      lead: 'Your password was right, but an administrator asks you to choose another before you go on. A link for it was mailed to you; we can send you one more.',
    },
    'awaiting-approval': {
      title: 'Waiting for approval',
      lead: 'Your password was right, and there is nothing left for you to do. A partner of your organization looks at each new user before their first sign-in; we write to you as soon as you are let in.',
    },
    'second-factor-unavailable': {
      title: 'Your second factor needs a reset',
      lead: 'We cannot ask you for a code at the moment, and nobody gets in with your password alone. Ask an administrator of your organization to reset your second factor; at your next sign-in you set it up anew.',
    },
    'no-active-membership': {
      title: 'Your access is switched off',
      lead: 'Your password was right, but no organization lets you in at the moment. Ask your administrator.',
    },
    'organization-suspended': {
      title: 'Your organization is suspended',
      lead: 'Your password was right, and nothing of yours is lost, but nobody of the organization gets in until it is resumed. Only the company that provides this service to you can do that: ask your usual contact there, or have an owner of your organization ask.',
    },
    'too-many-attempts': { title: 'Too many attempts', back: 'Try again' },
    sendLink: 'Send me a link',
  },
  forgot: {
    title: 'Forgot your password?',
    lead: 'Tell us your email address and we send you a link to choose a new one.',
    submit: 'Send link',
    sentTitle: 'Check your inbox',
    sent: (email: string) =>
      `If there is an account for ${email}, a link to choose a new password is on its way. It works for a short time only.`,
    back: 'Back to sign in',
  },
  reset: {
    title: 'Choose a new password',
    lead: 'Afterwards you are signed in here, and signed out everywhere else.',
    labels: { password: 'Password' },
    submit: 'Save password',
    done: 'Your password was changed.',
    deadTitle: 'This link does not work any more',
    dead: 'It was used, is too old, or is incomplete. Ask for a new one.',
    again: 'Ask for a new link',
  },

  accept: {
    opening: 'Opening your invitation',
    failed: 'Your invitation could not be opened',
    title: (organization: string) => `Join ${organization}`,
    lead: (inviter?: string) =>
      inviter ? `${inviter} has invited you. Set up your account to begin.` : 'Set up your account to begin.',
    joinTitle: (organization: string) => `Join ${organization}`,
    invitedBy: (inviter?: string) => (inviter ? `${inviter} has invited you.` : 'You have been invited.'),
    account: 'You sign in as',
    signedInAs: 'Signed in as',
    aboutYou: 'About you',
    agreements: 'Agreements',
    labels: {
      password: 'Password',
      'profile.firstName': 'First name',
      'profile.lastName': 'Last name',
      'profile.title': 'Job title',
      'profile.city': 'City',
      'profile.stateOrProvince': 'State or province',
      'profile.country': 'Country',
      'profile.telephone': 'Telephone',
      'terms.accepted': 'The terms of service',
    },
    terms: {
      agree: 'I accept the',
      name: 'terms of service',
      version: (version: string) => `(version ${version})`,
    },
    product: 'Tell me about changes to the product',
    marketing: 'Send me news and offers now and then',
    submit: 'Create account',
    expiresIn: (span: string) => `This invitation expires in ${span}.`,
    welcome: (organization: string) => `Welcome to ${organization}.`,
    join: 'Accept invitation',
    signIn: 'Sign in first',
    accountExists: (email: string) =>
      `There is an account for ${email} already. Its password is all you need.`,
    otherAccount: (signedInAs: string, invited: string) =>
      `You are signed in as ${signedInAs}, but the invitation is for ${invited}. Sign out to go on.`,
    awaits: {
      title: (organization: string) => `You have joined ${organization}`,
      lead: (organization: string) =>
        `One thing is left, and it is not yours to do: a partner of ${organization} approves each new user before their first sign-in. We write to you as soon as you are let in.`,
      goOn: 'Go on to your organizations',
    },
    expired: {
      title: 'This invitation has expired',
      lead: (organization: string) =>
        `Your invitation to ${organization} was not accepted in time. We can send you a new link.`,
    },
    replaced: {
      title: 'There is a newer link',
      lead: (organization: string) =>
        `A later mail from ${organization} has a newer link. Look for it in your inbox, or get another.`,
    },
    renew: 'Send me a new link',
    renewedTitle: 'Check your inbox',
    renewed: (email: string) => `A new link is on its way to ${email}.`,
    revokedTitle: 'This invitation was withdrawn',
    revoked: (organization: string, inviter?: string) =>
      `${organization} has withdrawn it. If that surprises you, ask ${inviter ?? 'the person who invited you'}.`,
    acceptedTitle: 'You have accepted already',
    accepted: (organization: string) => `Your account at ${organization} is ready. Sign in to use it.`,
    unknownTitle: 'This link is not valid',
    unknown:
      'It is incomplete or too old. Open it once more from the mail, or ask the person who invited you.',
  },
} as const;
