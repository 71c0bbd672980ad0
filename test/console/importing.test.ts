/** A file on its way to become users: chosen, sent, and stopped. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Import } from '../../shared/domain/model-imports.ts';
import { jobList } from './among-groups.ts';
import {
  chooseFile,
  csvFile,
  importAt,
  importList,
  keepRun,
  newImport,
  uploadAndCheck,
} from './among-imports.ts';
import { userList } from './among-users.ts';
import { alter } from './api.ts';
import { button, dialog, heading, link } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

const colleagues = csvFile(
  'colleagues.csv',
  'First name,Last name,Email,Permissions',
  'Maria,Lindgren,maria@example.com,all',
);

const kept = () =>
  served.api.front.world.directory.stored().filter((entity): entity is Import => entity.type === 'import');

const focused = (page: Page) => page.locator(':focus').textContent();

/** An upload that never ends. */
const holdUploads = (page: Page) =>
  page.route('http://localhost:*/', route => (route.request().method() === 'POST' ? null : route.continue()));

describe('the way to it', () => {
  test('leads from the list of users, for whoever may bring many in', () =>
    asAda(userList, async page => {
      await link(page, /^Import$/).click();
      await heading(page, 'Import users').waitFor();
      expect(await button(page, 'Upload and check').isDisabled()).toBe(true);
    }));

  test('is not shown to managers, and its page is not there for them', async () => {
    await alter(served.api, 'Grace', { role: 'manager' });
    await as('Grace', userList, async page => {
      await button(page, 'Invite user').first().waitFor();
      expect(await link(page, /^Import/).count()).toBe(0);
      await link(page, 'Jobs').click();
      await heading(page, 'Jobs').waitFor();
      expect(await link(page, 'Imports').count()).toBe(0);
      await page.goto(served.url + newImport);
      await heading(page, 'Nothing here').waitFor();
    });
  });

  test('is among the jobs, and a job of an import leads to the import', async () => {
    const it = await keepRun(served.api, { state: 'paused' });
    await asAda(jobList, async page => {
      await page.getByRole('table').getByRole('link', { name: 'Import users' }).click();
      await heading(page, it.fileName).waitFor();
      expect(new URL(page.url()).pathname).toBe(importAt(it));
      await link(page, 'Imports & jobs').last().click();
      await link(page, it.fileName).waitFor();
      expect(new URL(page.url()).pathname).toBe(importList);
    });
  });
});

describe('a file', () => {
  test.each([
    ['of another kind', { name: 'colleagues.pdf' }, 'Not a kind of file'],
    ['of an old spreadsheet', { name: 'colleagues.xls' }, 'save it as an Excel workbook'],
    ['without anything in it', { buffer: Buffer.alloc(0) }, 'The file is empty'],
  ])('%s is refused before it is sent', async (_, different, words) =>
    asAda(newImport, async page => {
      await chooseFile(page, { ...colleagues, ...different });
      await page.getByRole('alert').getByText(words).waitFor();
      await chooseFile(page, colleagues);
      await page.getByText(colleagues.name).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }),
  );

  test('comes by being dropped, too', () =>
    asAda(newImport, async page => {
      const dataTransfer = await page.evaluateHandle(() => {
        const carried = new DataTransfer();
        carried.items.add(new File(['Email'], 'dropped.csv', { type: 'text/csv' }));
        return carried;
      });
      await page.getByText('Drop a file here').dispatchEvent('drop', { dataTransfer });
      await page.getByText('dropped.csv').waitFor();
      await expect.poll(() => focused(page)).toBe('Choose another');
    }));
});

test.each([
  ['Template as CSV', 'users.csv'],
  ['Template for Excel', 'users.xlsx'],
])('%s is a file that can be imported', async (name, fileName) =>
  asAda(newImport, async page => {
    const coming = page.waitForEvent('download');
    await link(page, name).click();
    const template = await coming;
    expect(template.suggestedFilename()).toBe(fileName);
    const buffer = await readFile(await template.path());
    await uploadAndCheck(page, { name: fileName, mimeType: '', buffer });
    await page.getByText('Importing it creates 1 user.').waitFor();
  }),
);

describe('the upload', () => {
  test('that does not get through is said, and trying again begins anew', () =>
    asAda(newImport, async page => {
      served.api.hinderUpload = () => 403;
      await uploadAndCheck(page, colleagues);
      await page.getByRole('alert').getByText('that is over').waitFor();
      served.api.hinderUpload = undefined;
      await button(page, 'Try again').click();
      await page.waitForURL(/imports\/imp_/);
      expect(asked('start-import')).toHaveLength(2);
      expect(kept().map(({ state }) => state)).toContain('cancelled');
    }));

  test('that has arrived is not sent twice where the check could not begin', () =>
    asAda(newImport, async page => {
      served.api.interfere = key => (key === 'check-import' ? 'unavailable' : undefined);
      await uploadAndCheck(page, colleagues);
      await page.getByRole('alert').waitFor();
      served.api.interfere = undefined;
      await button(page, 'Try again').click();
      await page.waitForURL(/imports\/imp_/);
      expect(asked('start-import')).toHaveLength(1);
    }));

  test('can be stopped, and leaves nothing that waits for it', () =>
    asAda(newImport, async page => {
      await holdUploads(page);
      await uploadAndCheck(page, colleagues);
      await button(page, 'Stop the upload').click();
      await expect.poll(() => focused(page)).toBe('Upload and check');
      await expect.poll(() => kept().map(({ state }) => state)).toEqual(['cancelled']);
      expect(await page.getByRole('alert').count()).toBe(0);
    }));

  test('is not lost by leaving the page unasked', () =>
    asAda(newImport, async page => {
      await holdUploads(page);
      await uploadAndCheck(page, colleagues);
      await button(page, 'Stop the upload').waitFor();
      await link(page, 'Users').first().click();
      await dialog(page).getByText('The upload is not finished').waitFor();
      await button(page, 'Keep editing').click();
      await button(page, 'Stop the upload').waitFor();
      await link(page, 'Users').first().click();
      await button(page, 'Discard').click();
      await page.waitForURL(`**${userList}`);
      await expect.poll(() => kept().map(({ state }) => state)).toEqual(['cancelled']);
    }));
});
