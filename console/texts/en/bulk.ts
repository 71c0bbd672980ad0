/** One thing done to many users: choosing whom and what, and what it would come to. */
const users = (count: string) => (count === '1' ? '1 user' : `${count} users`);

export const bulkTexts = {
  bar: {
    label: 'Selected users',
    count: (count: string) => `${count} selected`,
    everybody: (count: string) => `All ${count} that match`,
    all: (count: string) => `Select all ${count} that match`,
    page: 'Select page',
    clear: 'Clear selection',
    actions: 'Actions',
    tooMany: (most: string) =>
      `At most ${most} can be chosen one by one. Narrow the list, and select all that match.`,
  },
  /** `title` and `confirm` with how many, `lead` with what happens. */
  deeds: {
    'send-invitation': {
      name: 'Send invitation',
      title: (count: string) => `Send ${users(count)} an invitation?`,
      lead: 'Each gets a new mail with a new link and a fresh expiry. Links from earlier mails stop working.',
      ready: (count: string) => `${users(count)} will get an invitation`,
      confirm: (count: string) => (count === '1' ? 'Send 1 invitation' : `Send ${count} invitations`),
    },
    'reset-password': {
      name: 'Reset password',
      title: (count: string) => `Send ${users(count)} a link to choose a new password?`,
      lead: 'It comes by mail, to each alone. Their present passwords work until they have chosen others.',
      ready: (count: string) => `${users(count)} will get a link`,
      confirm: (count: string) => (count === '1' ? 'Send 1 link' : `Send ${count} links`),
    },
    'set-role': {
      name: 'Set role',
      title: (count: string) => `Set the role of ${users(count)}?`,
      lead: 'Whoever is no user any more leaves their projects.',
      ready: (count: string) => `${users(count)} will have another role`,
      confirm: (count: string) => `Change ${users(count)}`,
    },
    'require-mfa': {
      name: 'Require 2FA',
      title: (count: string) => `Require a second factor of ${users(count)}?`,
      lead: 'Whoever has none sets one up at their next sign-in, before anything else.',
      ready: (count: string) => `It will be required of ${users(count)}`,
      confirm: (count: string) => `Change ${users(count)}`,
    },
    'stop-requiring-mfa': {
      name: 'No longer require 2FA',
      title: (count: string) => `No longer require a second factor of ${users(count)}?`,
      lead: 'Whoever has set one up keeps it.',
      ready: (count: string) => `It will no longer be required of ${users(count)}`,
      confirm: (count: string) => `Change ${users(count)}`,
    },
    'add-to-group': {
      name: 'Add to group',
      title: (count: string) => `Add ${users(count)} to a group?`,
      lead: 'Whoever is added holds what the group gives.',
      ready: (count: string) => `${users(count)} will be added`,
      confirm: (count: string) => `Add ${users(count)}`,
    },
    'remove-from-group': {
      name: 'Remove from group',
      title: (count: string) => `Remove ${users(count)} from a group?`,
      lead: 'They lose what they hold by it.',
      ready: (count: string) => `${users(count)} will be removed`,
      confirm: (count: string) => `Remove ${users(count)}`,
    },
    'add-to-project': {
      name: 'Add to project',
      title: (count: string) => `Add ${users(count)} to a project?`,
      lead: 'Projects are for the role user.',
      ready: (count: string) => `${users(count)} will be added`,
      confirm: (count: string) => `Add ${users(count)}`,
    },
    'remove-from-project': {
      name: 'Remove from project',
      title: (count: string) => `Remove ${users(count)} from a project?`,
      lead: 'They do not see it any more.',
      ready: (count: string) => `${users(count)} will be removed`,
      confirm: (count: string) => `Remove ${users(count)}`,
    },
    deactivate: {
      name: 'Deactivate',
      title: (count: string) => `Deactivate ${users(count)}?`,
      lead: 'They are signed out at once. The links of those who have not accepted yet stop working for good.',
      ready: (count: string) => `${users(count)} will be deactivated`,
      confirm: (count: string) => `Deactivate ${users(count)}`,
    },
    reactivate: {
      name: 'Activate',
      title: (count: string) => `Activate ${users(count)}?`,
      lead: 'They can sign in again.',
      ready: (count: string) => `${users(count)} will be active again`,
      confirm: (count: string) => `Activate ${users(count)}`,
    },
    archive: {
      name: 'Archive',
      title: (count: string) => `Archive ${users(count)}?`,
      lead: 'They are signed out at once; their seats and addresses become free. The records stay, and can be restored.',
      ready: (count: string) => `${users(count)} will be archived`,
      confirm: (count: string) => `Archive ${users(count)}`,
    },
    restore: {
      name: 'Restore',
      title: (count: string) => `Restore ${users(count)}?`,
      lead: 'They come back inactive, each where the address is still free.',
      ready: (count: string) => `${users(count)} will be back`,
      confirm: (count: string) => `Restore ${users(count)}`,
    },
    delete: {
      name: 'Delete…',
      title: (count: string) => `Delete ${users(count)}?`,
      lead: 'They are signed out at once and lose their access. Everything held of them here is erased: names, roles, profiles and addresses. The audit log keeps their ids alone. This cannot be undone.',
      ready: (count: string) => `${users(count)} will be deleted for good`,
      confirm: (count: string) => `Delete ${users(count)}`,
    },
  },
  choice: {
    role: 'New role',
    group: 'Group',
    project: 'Project',
    search: 'Search by name',
    none: { group: 'No group has that name', project: 'No project has that name' },
  },
  preview: {
    label: 'What it would come to',
    nobody: 'It can be done for none of them',
    skipped: (count: string) => (count === '1' ? '1 user is skipped' : `${count} users are skipped`),
    looked: (count: string) =>
      `These are the first ${count}. The others are looked at when their turn comes.`,
  },
  type: (count: string) => `Type ${count} to confirm`,
} as const;
