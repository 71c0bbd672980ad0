/** The stops of the tour among users: the list, a user's page, and every window that is opened from them. */
import type { Page } from 'playwright-core';
import { pageOf, userList } from './among-users.ts';
import { alter, type ConsoleApi } from './api.ts';
import { borealis } from './demo.ts';
import { button, choose, dialog } from './locators.ts';
import { askForEmail, enrolApp, signInAs } from './people.ts';
import { type Arrive, type Stop, stop } from './stop.ts';
import { stopsOfFinding } from './tour-find.ts';

const pending = `${userList}?tab=pending`;

/** A stop where Ada is signed in. */
/** The window that a deed opens. */
const asks =
  (person: string, deed: string): Arrive =>
  async page => {
    await choose(page, person, deed);
    await dialog(page).waitFor();
  };

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1';

/** Grace has an app, two sessions, and a new address on its way. */
async function graceIsBusy(api: ConsoleApi): Promise<void> {
  await askForEmail(api, 'Grace', 'grace.n.kamau@example.com');
  await enrolApp(api, 'Grace');
  await alter(api, 'Grace', { requireMfa: true });
}

async function graceIsSignedIn(api: ConsoleApi): Promise<void> {
  await signInAs(api, 'Grace', firefox);
  await signInAs(api, 'Grace', safari);
}

/** Another organization looks after Hugo's account. */
const hugoIsElsewhere = (api: ConsoleApi) => alter(api, 'Hugo', { home: false }, { home: borealis });

async function manyStates(api: ConsoleApi): Promise<void> {
  await graceIsBusy(api);
  await alter(api, 'Hugo', { approved: false });
  await alter(api, 'Amara', { requireMfa: true });
}

async function openInvite(page: Page): Promise<void> {
  await button(page, 'Invite user').first().click();
  await dialog(page).getByLabel('First name').waitFor();
}

const list: Stop[] = [
  stop('users', userList, undefined, manyStates),
  stop('users-inactive', `${userList}?inactive=shown&sort=-name`),
  stop('users-pending', pending),
  stop('users-archived', `${userList}?tab=archived`),
  stop('users-archived-empty', `/o/${borealis}/users?tab=archived`),
  stop('row-menu', pending, page => button(page, 'Actions for Vera Lang').click()),
  stop('row-menu-full', userList, page => button(page, 'Actions for Grace Kamau').click(), graceIsBusy),
  stop('row-menu-archived', `${userList}?tab=archived`, page =>
    button(page, 'Actions for Bo Nyström').click(),
  ),
];

const inviting: Stop[] = [
  stop('invite', userList, openInvite),
  stop('invite-more', userList, async page => {
    await openInvite(page);
    await button(page, 'More options').click();
    await dialog(page).getByLabel('Require a second factor').press(' ');
    await dialog(page).getByText('Not together with a required').scrollIntoViewIfNeeded();
  }),
  stop('invite-errors', userList, async page => {
    await openInvite(page);
    await dialog(page).getByLabel('First name').fill('Ada');
    await dialog(page).getByLabel('Email').fill('ada at example');
    await button(page, 'More options').click();
    await dialog(page).getByLabel('Username').fill('not good!');
    await button(page, 'Send invitation').click();
    await page.getByText('not an email address').waitFor();
  }),
  stop('invite-discard', userList, async page => {
    await openInvite(page);
    await dialog(page).getByLabel('First name').fill('Ada');
    await page.keyboard.press('Escape');
    await page.getByText('Discard what you typed?').waitFor();
  }),
  stop('resend', pending, asks('Dmitri Sokolov', 'Resend invitation')),
  stop('extend', pending, asks('Vera Lang', 'Give more time')),
  stop('revoke', pending, asks('Vera Lang', 'Revoke invitation')),
];

const editing: Stop[] = [
  stop('edit', userList, asks('Grace Kamau', 'Edit')),
  stop(
    'edit-access',
    userList,
    async page => {
      await choose(page, 'Hugo Martins', 'Edit');
      await dialog(page).getByText('Another organization looks after').scrollIntoViewIfNeeded();
    },
    hugoIsElsewhere,
  ),
  stop('edit-oneself', userList, async page => {
    await choose(page, 'Ada Okafor', 'Edit');
    await dialog(page).getByText('Nobody changes their own role').waitFor();
  }),
  stop('edit-stale', userList, async (page, api) => {
    await choose(page, 'Grace Kamau', 'Edit');
    await dialog(page).getByLabel('First name').fill('Gracie');
    await alter(api, 'Grace', { firstName: 'Gratia', displayName: 'Gratia Kamau', role: 'manager' });
    await button(page, 'Save changes').click();
    await page.getByText('Somebody else has changed').waitFor();
  }),
  stop('edit-discard', userList, async page => {
    await choose(page, 'Grace Kamau', 'Edit');
    await dialog(page).getByLabel('First name').fill('Gracie');
    await page.keyboard.press('Escape');
    await page.getByText('Discard what you typed?').waitFor();
  }),
];

const account: Stop[] = [
  stop('change-email', userList, asks('Grace Kamau', 'Change email')),
  stop('user-picture', userList, asks('Grace Kamau', 'Choose picture')),
  stop('reset-password', userList, asks('Grace Kamau', 'Reset password')),
  stop('force-reset', userList, asks('Grace Kamau', 'Force reset')),
  stop('reset-mfa', userList, asks('Grace Kamau', 'Reset 2FA'), graceIsBusy),
  stop('sign-out-user', userList, asks('Grace Kamau', 'Sign out everywhere')),
];

const life: Stop[] = [
  stop('deactivated', userList, async page => {
    await choose(page, 'Hugo Martins', 'Deactivate');
    await button(page, 'Undo').waitFor();
  }),
  stop('archived', userList, async page => {
    await choose(page, 'Hugo Martins', 'Archive');
    await button(page, 'Undo').waitFor();
  }),
  stop('archive-invited', pending, asks('Vera Lang', 'Archive')),
  stop('delete', userList, asks('Grace Kamau', 'Delete…')),
];

const oneUser: Stop[] = [
  stop('user', pageOf('Priya'), page => page.getByText('No session is open').waitFor()),
  stop(
    'user-full',
    pageOf('Grace'),
    page => page.getByText('iPhone').waitFor(),
    async api => {
      await graceIsSignedIn(api);
      await graceIsBusy(api);
    },
  ),
  stop(
    'user-end-session',
    pageOf('Grace'),
    async page => {
      await button(page, 'End the session on Firefox on Linux').click();
      await dialog(page).waitFor();
    },
    graceIsSignedIn,
  ),
  stop('user-elsewhere', pageOf('Hugo'), undefined, hugoIsElsewhere),
  stop('user-awaiting', pageOf('Hugo'), undefined, api => alter(api, 'Hugo', { approved: false })),
  stop('user-archived', pageOf('Bo')),
  stop('user-invited', pageOf('Dmitri')),
  stop('user-oneself', pageOf('Ada'), page => page.getByText('This session').waitFor()),
  stop('user-unknown', `${userList}/usr_00000000000000000000000000`),
];

export const stopsAmongUsers: readonly Stop[] = [
  ...list,
  ...stopsOfFinding,
  ...inviting,
  ...editing,
  ...account,
  ...life,
  ...oneUser,
];
