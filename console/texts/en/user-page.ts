/** What an administrator sees on a user's own page. */
export const userPageTexts = {
  userFacts: {
    access: {
      title: 'Access to applications',
      byRole: 'Everything, by the role',
      all: 'Everything',
      direct: (count: number) =>
        count === 0 ? 'Nothing given directly' : count === 1 ? '1 permission' : `${count} permissions`,
    },
    mfa: 'Second factor',
    factors: { authenticator: 'Authenticator app', sms: 'Text messages' },
    noFactor: 'None set up',
    required: 'Required of them: they set one up at their next sign-in.',
    requiredAndThere: 'Required of them.',
    notRequired: 'Not required of them.',
    apiAccess: { on: 'Scripts may sign in as them', off: 'Off' },
    approval: 'Approval',
    lookedAfter: 'Looked after by',
    elsewhere: 'Another organization',
    elsewhereWhy:
      'It first invited this person. Its administrators change the address, password, second factor, picture and API access; here you manage the membership.',
  },
  userSessions: {
    title: 'Sessions',
    lead: 'Where they are signed in.',
    own: 'Where you are signed in.',
    ownLink: 'End them in your profile',
    elsewhere:
      'Another organization looks after this account, and sees where it is signed in. You can sign them out of this organization.',
    ended: 'The session has ended.',
  },
} as const;
