/** Every page and dialog of the console, and how to get there: what looks at all of them walks along this list. */
import type { Page } from 'playwright-core';
import { cookieIn, cookieOf } from './api.ts';
import { button } from './locators.ts';
import type { Served } from './serve.ts';
import type { Stop } from './stop.ts';
import { stopsAboutOneself } from './tour-account.ts';
import { stopsAmongMany } from './tour-bulk.ts';
import { stopsWithExports } from './tour-exports.ts';
import { stopsAmongGroups } from './tour-groups.ts';
import { stopsWithImports } from './tour-imports.ts';
import { stopsAmongOrganizations } from './tour-organizations.ts';
import { stopsOfOverview } from './tour-overview.ts';
import { stopsAmongRoles } from './tour-roles.ts';
import { stopsBeforeSignIn } from './tour-sign-in.ts';
import { stopsAmongUsers } from './tour-users.ts';

/** @param org the id of the organization that has users */
export function tour(org: string): Stop[] {
  const users = `/o/${org}/users`;
  return [
    ...stopsBeforeSignIn,
    ...stopsOfOverview,
    ...stopsAmongUsers,
    ...stopsAmongMany,
    ...stopsWithExports,
    ...stopsWithImports,
    ...stopsAmongGroups,
    ...stopsAmongRoles,
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
    ...stopsAmongOrganizations,
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
