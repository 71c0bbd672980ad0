/** Every page and dialog of the console, and how to get there: what looks at all of them walks along this list. */
import type { Page } from 'playwright-core';
import { password, tokenFor } from './demo.ts';

export type Stop = {
  name: string;
  path: string;
  signedIn?: true;
  arrive?: (page: Page) => Promise<unknown>;
  narrow?: false;
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function chooseInMenu(page: Page, person: string, deed: string): Promise<void> {
  await button(page, `Actions for ${person}`).click();
  await page.getByRole('menuitem', { name: deed }).click();
  await page.getByRole('dialog').waitFor();
}

async function openInvite(page: Page): Promise<void> {
  await button(page, 'Invite user').first().click();
  await page.getByRole('dialog').getByLabel('First name').waitFor();
}

async function trySignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
}

/** @param org the id of the organization that has users @param user one of its active users @param invitee one of its invited */
export function tour(org: string, user: string, invitee: string): Stop[] {
  const users = `/o/${org}/users`;
  const accept = (name: string): Stop => ({ name: `accept-${name}`, path: `/accept#${tokenFor(name)}` });
  return [
    { name: 'sign-in', path: '/sign-in' },
    {
      name: 'sign-in-refused',
      path: '/sign-in',
      arrive: async page => {
        await trySignIn(page, 'nobody@example.com');
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'sign-in-code',
      path: '/sign-in',
      arrive: async page => {
        await trySignIn(page, 'priya.shah@example.com');
        await page.getByLabel('Code').waitFor();
      },
    },
    { name: 'forgot-password', path: '/forgot-password' },
    {
      name: 'forgot-password-sent',
      path: '/forgot-password',
      arrive: async page => {
        await page.getByLabel('Email').fill('ada.okafor@example.com');
        await button(page, 'Send link').click();
        await page.getByText('Check your inbox').first().waitFor();
      },
    },
    { name: 'reset', path: `/reset#${tokenFor('reset')}` },
    { name: 'reset-dead', path: '/reset' },
    accept('pending'),
    {
      name: 'accept-errors',
      path: `/accept#${tokenFor('pending')}`,
      arrive: async page => {
        await page.getByLabel('Telephone').fill('12');
        await button(page, 'Create account').click();
        await page.getByText('must be accepted').waitFor();
      },
    },
    {
      name: 'accept-country',
      path: `/accept#${tokenFor('pending')}`,
      arrive: async page => {
        await page.getByRole('combobox', { name: 'Country' }).fill('uni');
        await page.getByRole('option', { name: 'United Arab Emirates' }).waitFor();
      },
    },
    accept('expired'),
    {
      name: 'accept-renewed',
      path: `/accept#${tokenFor('expired')}`,
      arrive: async page => {
        await button(page, 'Send me a new link').click();
        await page.getByText('Check your inbox').first().waitFor();
      },
    },
    accept('replaced'),
    accept('revoked'),
    accept('accepted'),
    accept('unknown'),
    { name: 'users', path: users, signedIn: true },
    { name: 'users-inactive', path: `${users}?inactive=shown&sort=-name`, signedIn: true },
    { name: 'users-pending', path: `${users}?tab=pending`, signedIn: true },
    { name: 'users-archived', path: `${users}?tab=archived`, signedIn: true },
    {
      name: 'row-menu',
      path: `${users}?tab=pending`,
      signedIn: true,
      arrive: page => button(page, 'Actions for Vera Lang').click(),
    },
    {
      name: 'resend',
      path: `${users}?tab=pending`,
      signedIn: true,
      arrive: page => chooseInMenu(page, 'Dmitri Sokolov', 'Resend invitation'),
    },
    {
      name: 'extend',
      path: `${users}?tab=pending`,
      signedIn: true,
      arrive: page => chooseInMenu(page, 'Vera Lang', 'Give more time'),
    },
    {
      name: 'revoke',
      path: `${users}?tab=pending`,
      signedIn: true,
      arrive: page => chooseInMenu(page, 'Vera Lang', 'Revoke'),
    },
    {
      name: 'delete',
      path: users,
      signedIn: true,
      arrive: page => chooseInMenu(page, 'Grace Kamau', 'Delete'),
    },
    {
      name: 'deactivated',
      path: users,
      signedIn: true,
      arrive: async page => {
        await button(page, 'Actions for Hugo Martins').click();
        await page.getByRole('menuitem', { name: 'Deactivate' }).click();
        await button(page, 'Undo').waitFor();
      },
    },
    { name: 'invite', path: users, signedIn: true, arrive: openInvite },
    {
      name: 'invite-errors',
      path: users,
      signedIn: true,
      arrive: async page => {
        await openInvite(page);
        const drawer = page.getByRole('dialog');
        await drawer.getByLabel('First name').fill('Ada');
        await drawer.getByLabel('Email').fill('ada at example');
        await button(page, 'More options').click();
        await drawer.getByLabel('Username').fill('not good!');
        await button(page, 'Send invitation').click();
        await page.getByText('not an email address').waitFor();
      },
    },
    {
      name: 'invite-discard',
      path: users,
      signedIn: true,
      arrive: async page => {
        await openInvite(page);
        await page.getByRole('dialog').getByLabel('First name').fill('Ada');
        await page.keyboard.press('Escape');
        await page.getByText('Discard what you typed?').waitFor();
      },
    },
    { name: 'user', path: `${users}/${user}`, signedIn: true },
    { name: 'user-invited', path: `${users}/${invitee}`, signedIn: true },
    { name: 'user-unknown', path: `${users}/usr_00000000000000000000000000`, signedIn: true },
    {
      name: 'help',
      path: users,
      signedIn: true,
      arrive: async page => {
        await page.getByRole('table').waitFor();
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'own-menu',
      path: users,
      signedIn: true,
      narrow: false,
      arrive: page =>
        button(page, /Your menu/)
          .first()
          .click(),
    },
    {
      name: 'organizations',
      path: users,
      signedIn: true,
      narrow: false,
      arrive: page =>
        button(page, /Switch organization/)
          .first()
          .click(),
    },
    { name: 'settings', path: `/o/${org}/settings`, signedIn: true },
    { name: 'applications-empty', path: `/o/${org}/applications`, signedIn: true },
    {
      name: 'application-secret',
      path: `/o/${org}/applications`,
      signedIn: true,
      arrive: async page => {
        await button(page, 'Register application').click();
        await page.getByRole('dialog').getByLabel('Name').fill('Nightly export');
        await button(page, 'Register').last().click();
        await page.getByText('Copy it now').waitFor();
      },
    },
    {
      name: 'applications',
      path: `/o/${org}/applications`,
      signedIn: true,
      arrive: async page => {
        await button(page, 'Register application').click();
        await page.getByRole('dialog').getByLabel('Name').fill('Nightly export');
        await button(page, 'Register').last().click();
        await button(page, 'I have kept it').click();
        await button(page, 'Actions for Nightly export').click();
        await page.getByRole('menuitem', { name: 'New secret' }).click();
        await button(page, 'Make a new secret').click();
        await button(page, 'I have kept it').click();
        await page.getByText('The old secret works').waitFor();
      },
    },
    { name: 'problems', path: '/problems' },
    { name: 'problem', path: '/problems/seats-exhausted' },
    { name: 'reference', path: '/reference' },
    { name: 'not-found', path: '/nowhere' },
  ];
}

/** Goes to a stop and waits until it stands still. */
export async function visit(page: Page, origin: string, stop: Stop): Promise<void> {
  await page.goto(origin + stop.path);
  await page.locator('h1:visible, h2:visible, [role=alert]').first().waitFor();
  await stop.arrive?.(page);
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
  await page.evaluate(async () => void (await document.fonts.ready));
}
