/** A list becomes a file: what goes into it, how far it is, and how it comes down. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../harness/read-export.ts';
import { holdExports, openExport, serveExports, startExport } from './among-exports.ts';
import { userList } from './among-users.ts';
import { alter } from './api.ts';
import { button, dialog } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

async function downloaded(page: Page) {
  await serveExports(page, served.api);
  const coming = page.waitForEvent('download');
  await button(page, 'Download').click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('the file', () => {
  test('has everybody whom the list shows, on every page, with the columns of the list', () =>
    asAda(userList, async page => {
      await openExport(page);
      await dialog(page).getByText('All 26 users that this list shows').waitFor();
      await startExport(page);
      await dialog(page).getByText('The file is ready: 26 users.').waitFor();
      const { name, bytes } = await downloaded(page);
      expect(name).toMatch(/^[a-z-]+-users-\d{4}-\d\d-\d\d\.csv$/);
      const records = await readRecords('csv', bytes);
      expect(records).toHaveLength(26);
      expect(Object.keys(records[0] ?? {})).toEqual([
        ...['First name', 'Last name', 'Email', 'Role', 'Status', '2FA required', '2FA set up'],
        ...['Last active', 'Groups', 'Projects'],
      ]);
    }));

  test('has only those who match, in the order that is shown, and everything of them where that is wanted', () =>
    asAda(`${userList}?q=m&sort=-name`, async page => {
      const names = page.getByRole('row').getByRole('link');
      await names.first().waitFor();
      const shown = await names.allTextContents();
      await openExport(page);
      await dialog(page).getByText(`All ${shown.length} users`).waitFor();
      await dialog(page).getByLabel('Excel workbook').check();
      await dialog(page).getByLabel('All 23').check();
      await startExport(page);
      await dialog(page).getByText('The file is ready').waitFor();
      const { name, bytes } = await downloaded(page);
      expect(name).toMatch(/\.xlsx$/);
      const records = await readRecords('xlsx', bytes);
      expect(records.map(record => record['Display name'])).toEqual(shown);
      expect(Object.keys(records[0] ?? {})).toHaveLength(23);
    }));
});

describe('the window', () => {
  test('shows how far it is; closed and opened again it is where it was, and another one can be asked for', () =>
    asAda(userList, async page => {
      holdExports(served.api, { state: 'running', rows: 18 });
      await openExport(page);
      await startExport(page);
      await dialog(page).getByText('18 users written so far').waitFor();
      expect(await button(page, 'Download').isDisabled()).toBe(true);
      await button(page, 'Close').last().click();
      await dialog(page).waitFor({ state: 'detached' });
      await button(page, 'Export').click();
      await dialog(page).getByText('18 users written so far').waitFor();
      holdExports(served.api, { state: 'done', rows: 26 });
      await dialog(page).getByText('The file is ready').waitFor();
      await button(page, 'New export').click();
      await dialog(page).getByText('go into the file').waitFor();
      await startExport(page);
      await dialog(page).getByText('The file is ready').waitFor();
      expect(asked('start-export')).toHaveLength(2);
      const keys = asked('start-export').map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys).size).toBe(2);
    }));

  test('says why it failed, and lets one begin anew', () =>
    asAda(userList, async page => {
      holdExports(served.api, { state: 'failed', failure: 'too-many' });
      await openExport(page);
      await startExport(page);
      await dialog(page).getByText('There are more users than one file takes').waitFor();
      await button(page, 'New export').click();
      await dialog(page).getByText('go into the file').waitFor();
    }));

  test('says what the server refuses', () =>
    asAda(userList, async page => {
      served.api.interfere = key => (key === 'start-export' ? 'not-allowed' : undefined);
      await openExport(page);
      await startExport(page);
      await dialog(page).getByText('Your role does not allow this').waitFor();
    }));
});

test('whoever may not take users away is not asked to', async () => {
  await alter(served.api, 'Grace', { role: 'manager' });
  await as('Grace', userList, async page => {
    await button(page, 'Invite user').first().waitFor();
    expect(await button(page, 'Export').count()).toBe(0);
  });
});
