/** English. Every word of the console stands here or beside; what depends on a value is a function of it. */
import { accountTexts } from './en/account.ts';
import { apiClientsTexts } from './en/api-clients.ts';
import { approvalsTexts } from './en/approvals.ts';
import { idleTexts } from './en/idle.ts';
import { settingsTexts } from './en/settings.ts';
import { signInTexts } from './en/sign-in.ts';
import { switcherTexts } from './en/switcher.ts';
import { userDeedsTexts } from './en/user-deeds.ts';
import { usersTexts } from './en/users.ts';

export const en = {
  apiClients: apiClientsTexts,
  approvals: approvalsTexts,
  idle: idleTexts,
  settings: settingsTexts,
  switcher: switcherTexts,
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',
  copy: 'Copy',
  copied: 'Copied',
  yes: 'Yes',
  no: 'No',
  undo: 'Undo',
  never: 'Never',
  tryAgain: 'Try again',
  requestId: 'Request',
  noCountry: 'No such country',
  optional: (label: string) => `${label} (optional)`,
  offline: {
    title: 'No connection',
    detail: 'Nobody answered. Check your connection and try again; nothing was lost.',
  },
  time: { justNow: 'just now' },

  roles: {
    owner: { name: 'Owner', may: 'Everything, including other owners.' },
    admin: { name: 'Admin', may: 'Manages everybody but owners.' },
    manager: { name: 'Manager', may: 'Invites and manages users and managers.' },
    user: { name: 'User', may: 'Sees their own details.' },
  },
  ...signInTexts,
  ...accountTexts,
  ...usersTexts,
  ...userDeedsTexts,

  shell: {
    skip: 'Skip to content',
    menu: 'Menu',
    openMenu: 'Open menu',
    pages: 'Pages',
    ownMenu: 'Your menu',
    ownDetails: 'Your details',
    roles: 'Roles',
    catalogue: 'Catalogue',
    groups: 'Groups',
    projects: 'Projects',
    jobs: 'Jobs',
    lookedAfter: 'Organizations',
    allUsers: 'All users',
    appearance: 'Appearance',
    schemes: { light: 'Light', dark: 'Dark', auto: 'Like the system' },
    signOut: 'Sign out',
  },
  help: {
    title: 'Keyboard shortcuts',
    invite: 'Invite a user',
    help: 'Show these shortcuts',
    escape: 'Close what is open',
    single: 'Use single-key shortcuts',
    singleWhy: 'Switch them off if you press keys by accident, or speak to your computer.',
  },
  noOrganization: {
    title: 'No organization gives you access',
    lead: 'You are signed in, but your access is switched off everywhere. Ask your administrator.',
  },
  notFound: {
    title: 'Nothing here',
    lead: 'This page does not exist, or it is not yours to see.',
    home: 'Go to the start',
  },
  meanwhile: {
    title: 'Somebody else has changed this in the meantime',
    lead: 'Nothing was overwritten. This is what they saved; what you typed is still in the form. Save again to keep yours.',
    taken: 'Nothing was overwritten. What they saved now stands in the form; save again to add your changes.',
    yours: 'You typed:',
    take: 'Take theirs',
    empty: '(empty)',
  },
  unsaved: { title: 'Discard what you typed?', keep: 'Keep editing', discard: 'Discard' },

  table: {
    sortAscending: 'Sort from A to Z',
    sortDescending: 'Sort from Z to A',
    pageSize: 'Rows on a page',
    perPage: (size: string) => `${size} a page`,
    pages: 'Pages of the list',
    page: (page: number) => `Page ${page}`,
    previous: 'Previous',
    next: 'Next',
  },

  problems: {
    label: 'Problem',
    status: 'HTTP status',
    type: 'Type',
    meaning: 'What it means',
    document: 'What the API answers',
    routes: 'Who may answer it',
    everyRoute: 'Every route can answer this.',
    all: 'All problems',
    index: 'Problems',
    indexLead: 'Everything the API can refuse, with what to do about it.',
  },
  reference: {
    title: 'API reference',
    lead: 'Every route, generated from the same table that the API and this page are made from.',
    search: 'Search routes',
    none: (words: string) => `No route has “${words}” in it.`,
    found: (count: number) => (count === 1 ? '1 route' : `${count} routes`),
    download: 'OpenAPI document',
    problems: 'Problems',
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    example: 'Example',
    required: 'required',
    public: 'Public',
    signedIn: 'Access token',
    conditional: 'If-Match',
    idempotent: 'Idempotency-Key',
    routes: 'Routes',
    console: 'Tenantry',
    shapes: 'Shapes',
  },
} as const;
