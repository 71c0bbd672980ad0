/** Every page and dialog of the console, and how to get there: what looks at all of them walks along this list. */
import type { Page } from 'playwright-core';
import type { Session } from '../harness/front.ts';
import { type ConsoleApi, cookieIn, cookieOf } from './api.ts';
import type { Served } from './serve.ts';
import { stopsAboutOneself } from './tour-account.ts';
import { stopsBeforeSignIn } from './tour-sign-in.ts';

export type Stop = {
  name: string;
  path: string;
  /** Ada is signed in. */
  signedIn?: true;
  /** Somebody else is. */
  who?: (api: ConsoleApi) => Promise<Session>;
  /** What has happened before. */
  before?: (api: ConsoleApi) => Promise<unknown>;
  arrive?: (page: Page, api: ConsoleApi) => Promise<unknown>;
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

/** @param org the id of the organization that has users @param user one of its active users @param invitee one of its invited */
export function tour(org: string, user: string, invitee: string): Stop[] {
  const users = `/o/${org}/users`;
  return [
    ...stopsBeforeSignIn,
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
    ...stopsAboutOneself,
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
export async function visit(page: Page, { url, api }: Served, stop: Stop): Promise<void> {
  await stop.before?.(api);
  const cookie = stop.who ? cookieIn(await stop.who(api)) : stop.signedIn && (await cookieOf(api, 'Ada'));
  if (cookie) await page.context().addCookies([{ ...cookie, url }]);
  await page.goto(url + stop.path);
  await page.locator('h1:visible, h2:visible, [role=alert]').first().waitFor();
  await stop.arrive?.(page, api);
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
  await page.evaluate(async () => void (await document.fonts.ready));
}
