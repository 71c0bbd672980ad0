import type { Texts } from './texts.ts';

export const en: Texts = {
  locale: 'en-GB',
  roles: { owner: 'Owner', admin: 'Administrator', manager: 'Manager', user: 'User' },
  buttonHint: 'If the button does not work, copy this address into your browser:',
  letters: {
    invitation: {
      subject: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} invited you to ${organizationName}`
          : `You are invited to ${organizationName}`,
      preheader: ({ expiresAt }) => `Accept by ${expiresAt}.`,
      heading: ({ inviterName, organizationName }) =>
        inviterName
          ? `${inviterName} invited you to join ${organizationName}`
          : `You are invited to join ${organizationName}`,
      greeting: ({ inviteeName }) => `Hello ${inviteeName},`,
      account: ({ role, accountEmail }) =>
        accountEmail
          ? `You will join with the role “${role}”. Accept with the account you have: ${accountEmail}.`
          : `You will join with the role “${role}”. Accept the invitation to choose your password and complete your profile. It takes about two minutes.`,
      noteFrom: ({ inviterName }) => (inviterName ? `${inviterName} writes:` : 'A personal note:'),
      button: 'Accept the invitation',
      expiry: ({ expiresAt }) =>
        `This link works until ${expiresAt}, and only once. When it has expired, it lets you ask for a new one.`,
      unexpected:
        'You did not expect this invitation? Then ignore this email: unless you accept, nothing changes. Please do not forward it, because the link is meant for you alone.',
      reason: ({ organizationName }) =>
        `You receive this email because you were invited to ${organizationName}.`,
    },
    'password-reset': {
      subject: 'Choose a new password',
      preheader: ({ expiresAt }) => `Your link works until ${expiresAt}.`,
      heading: 'Choose a new password',
      greeting: ({ personName }) => `Hello ${personName},`,
      request:
        'A new password was requested for your account. The one you have stays as it is until you choose another.',
      button: 'Choose a new password',
      expiry: ({ expiresAt }) => `This link works until ${expiresAt}, and only once.`,
      unexpected:
        'You did not expect this? Then ignore this email: nobody can change your password without this link. If it happens again, tell your administrator.',
      reason: 'You receive this email because a new password was requested for your account.',
    },
    'password-changed': {
      subject: 'Your password was changed',
      preheader: ({ changedAt }) => `On ${changedAt}. Not you? Then act now.`,
      heading: 'Your password was changed',
      greeting: ({ personName }) => `Hello ${personName},`,
      change: ({ organizationName, changedAt }) =>
        `The password of your account at ${organizationName} was changed on ${changedAt}. If that was you, there is nothing left to do.`,
      unexpected: 'Not you?',
      remedy: 'Tell your administrator, and choose a new password right away:',
      button: 'Sign in',
      reason:
        'We send this email whenever a password is changed, so that nobody can do it without your knowing.',
    },
  },
};
