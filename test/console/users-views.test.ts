import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { userList } from './among-users.ts';
import { button, dialog, link } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const narrowed = `${userList}?q=a&role=admin&sort=-email&columns=email,role`;
const searchIn = (page: Page) => decodeURIComponent(new URL(page.url()).search);

async function save(page: Page, name: string): Promise<void> {
  await button(page, 'Views').click();
  await button(page, 'Save this list…').click();
  await dialog(page).getByLabel('Name').fill(name);
  await button(page, 'Save').last().click();
}

const saved = (page: Page, name: string) => page.getByText(new RegExp(`saved as “${name}”`)).waitFor();

test('a list is saved under a name, opened and deleted, which can be undone', () =>
  as('Ada', narrowed, async page => {
    await save(page, 'Admins & co');
    await saved(page, 'Admins & co');
    await button(page, 'Reset filters').first().click();
    await expect.poll(() => searchIn(page)).not.toContain('role=');
    await button(page, 'Views').click();
    await link(page, 'Admins & co').click();
    await expect.poll(() => searchIn(page)).toBe('?q=a&role=admin&sort=-email&columns=email,role');
    expect(await dialog(page).count()).toBe(0);
    await page.reload();
    await button(page, 'Views').click();
    await button(page, 'Delete view Admins & co').click();
    await page.getByText('was deleted').waitFor();
    expect(await link(page, 'Admins & co').count()).toBe(0);
    await button(page, 'Undo').click();
    await button(page, 'Views').click();
    await link(page, 'Admins & co').waitFor();
  }));

test('the same name replaces, after a question', () =>
  as('Ada', narrowed, async page => {
    await save(page, 'Mine');
    await saved(page, 'Mine');
    await page.getByLabel('Search users').fill('b');
    await expect.poll(() => searchIn(page)).toContain('q=b');
    await save(page, 'mine');
    await page.getByText('There is a view “Mine” already').waitFor();
    await button(page, 'Replace').click();
    await saved(page, 'mine');
    await button(page, 'Views').click();
    expect(await dialog(page).getByRole('link').allTextContents()).toEqual(['mine']);
    expect(await dialog(page).getByRole('link').getAttribute('href')).toContain('q=b');
  }));

test('a refusal stands in the window', () =>
  as('Ada', narrowed, async page => {
    await save(page, '');
    await page.getByText('is empty').waitFor();
    served.api.interfere = key => (key === 'save-view' ? 'limit-reached' : undefined);
    await dialog(page).getByLabel('Name').fill('One more');
    await button(page, 'Save').last().click();
    await dialog(page).getByRole('alert').waitFor();
    expect(await dialog(page).getByLabel('Name').inputValue()).toBe('One more');
  }));
