/** Administrators edit users, also two at once, and take them in and out. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageOf, storedUser, userList } from './among-users.ts';
import { alter } from './api.ts';
import { button, choose, dialog, row } from './locators.ts';
import { askForEmail } from './people.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);
const stored = (firstName: string) => storedUser(served.api, firstName);

describe('editing', () => {
  test('saves what was changed, and shows it at once', () =>
    asAda(userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('Last name').fill('Njeri');
      await dialog(page).getByLabel('Username').fill('');
      await dialog(page).getByLabel('Manager').check();
      await dialog(page).getByLabel('Require a second factor').press(' ');
      await button(page, 'Save changes').click();
      await row(page, 'Grace Njeri').getByText('Manager').waitFor();
      await row(page, 'Grace Njeri').getByText('Required, not set up').waitFor({ state: 'attached' });
      const after = await stored('Grace');
      expect(after).toMatchObject({ displayName: 'Grace Njeri', role: 'manager', requireMfa: true });
      expect(after?.username).toBeUndefined();
      await page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Actions for Grace Njeri',
      );
    }));

  test('by two at once: the second sees what the first has saved, and chooses', () =>
    asAda(userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('First name').fill('Gracie');
      await dialog(page).getByLabel('Last name').fill('Njeri');
      await alter(served.api, 'Grace', { firstName: 'Gratia', displayName: 'Gratia Kamau', role: 'admin' });
      await button(page, 'Save changes').click();
      const meanwhile = page.getByRole('region', { name: /changed this in the meantime/ });
      await meanwhile.getByText('Gratia').waitFor();
      expect(await meanwhile.textContent()).toMatch(/Gracie.*Role.*Admin/);
      expect(await dialog(page).getByLabel('First name').inputValue()).toBe('Gracie');
      expect(await dialog(page).getByLabel('Admin').isChecked()).toBe(true);
      expect(await stored('Grace')).toMatchObject({ firstName: 'Gratia', lastName: 'Kamau' });

      await button(page, 'Take theirs').click();
      await button(page, 'Save changes').click();
      await page.getByText('Gratia Njeri was saved').waitFor();
      expect(await stored('Grace')).toMatchObject({ firstName: 'Gratia', lastName: 'Njeri', role: 'admin' });
    }));

  test('goes on by itself where others have changed nothing that stands in the form', () =>
    asAda(userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('Last name').fill('Njeri');
      await alter(served.api, 'Grace', {});
      await button(page, 'Save changes').click();
      await page.getByText('Grace Njeri was saved').waitFor();
    }));

  test('says at the field what is refused, and loses nothing to Escape', () =>
    asAda(userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('Username').fill('priya');
      await button(page, 'Save changes').click();
      await page.getByText('That username is taken').waitFor();
      await page.keyboard.press('Escape');
      await button(page, 'Keep editing').click();
      expect(await dialog(page).getByLabel('Username').inputValue()).toBe('priya');
    }));

  test('never both a second factor and API access', () =>
    asAda(userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('API access').press(' ');
      expect(await dialog(page).getByLabel('Require a second factor').isDisabled()).toBe(true);
      await page.getByText('Not together with API access').waitFor();
      await button(page, 'Save changes').click();
      await page.getByText('Grace Kamau was saved').waitFor();
      expect(await stored('Grace')).toMatchObject({ apiAccess: true, requireMfa: false });
    }));

  test('of oneself leaves the role as it is', () =>
    asAda(pageOf('Ada'), async page => {
      await button(page, 'Edit').first().click();
      await page.getByText('Nobody changes their own role').waitFor();
      expect(await dialog(page).getByLabel('Manager').isDisabled()).toBe(true);
    }));
});

describe('a life', () => {
  test('archiving is taken back by Undo, which says what it cannot bring back', async () => {
    await alter(served.api, 'Grace', { apiAccess: true });
    await askForEmail(served.api, 'Grace', 'grace.n.kamau@example.com');
    return asAda(userList, async page => {
      await choose(page, 'Grace Kamau', 'Archive');
      await page.getByText('Their seat and address are free').waitFor();
      await row(page, 'Grace Kamau').waitFor({ state: 'detached' });
      await button(page, 'Undo').click();
      await row(page, 'Grace Kamau').waitFor();
      await page.getByText('API access is off, the change of email was called off').waitFor();
      expect(await stored('Grace')).toMatchObject({ status: 'active', apiAccess: false });
    });
  });

  test('whoever is restored is inactive', () =>
    asAda(`${userList}?tab=archived`, async page => {
      await choose(page, 'Bo Nyström', 'Restore');
      await page.getByText('Bo Nyström is back, and inactive').waitFor();
      await row(page, 'Bo Nyström').waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Archived 1' }).waitFor();
      expect(await stored('Bo')).toMatchObject({ status: 'inactive' });
    }));

  test('archiving an invitee asks first, because their link does not come back', () =>
    asAda(`${userList}?tab=pending`, async page => {
      await choose(page, 'Vera Lang', 'Archive');
      await page.getByText('the link they were sent stops working').waitFor();
      await dialog(page).getByRole('button', { name: 'Archive' }).click();
      await row(page, 'Vera Lang').waitFor({ state: 'detached' });
    }));
});
