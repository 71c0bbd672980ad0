/** A file that was sent: what it comes to is looked at and done, and what did not get in is mended. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import { makeGroup } from './among-groups.ts';
import {
  csvFile,
  importAt,
  importList,
  keepImport,
  keepPlan,
  keepRun,
  mixedRows,
  newImport,
  rowsDone,
  type Sheet,
  serveImportFiles,
  unknownColumns,
  uploadAndCheck,
} from './among-imports.ts';
import { storedUser, userList } from './among-users.ts';
import { acme } from './demo.ts';
import { button, dialog, heading, link } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

/** What is sent to have the file checked again. */
async function checkSent(page: Page, act: () => Promise<unknown>) {
  const coming = page.waitForRequest(request => request.url().endsWith('/check'));
  await act();
  return (await coming).postDataJSON();
}

describe('columns that nobody knows', () => {
  test('are chosen or left out, each thing once, and the file is checked with them', async () => {
    const it = await keepImport(served.api, { state: 'needs-columns', columns: unknownColumns });
    await asAda(importAt(it), async page => {
      await page.getByText('The headings of 2 columns are not known').waitFor();
      const choice = (heading: string) => page.getByLabel(`What “${heading}” is taken for`);
      await choice('Abteilung').selectOption('Role');
      await button(page, 'Check the file').click();
      await page.getByText('So is “Role”: choose one of them.').waitFor();
      expect(asked('check-import')).toHaveLength(0);
      await choice('Abteilung').selectOption('Groups');
      const body = await checkSent(page, () => button(page, 'Check the file').click());
      expect(body).toMatchObject({
        columns: ['firstName', 'lastName', 'email', 'groups', null, 'role', null],
        sendInvitations: true,
      });
    });
  });
});

describe('what a file comes to', () => {
  test('is shown row by row, by outcome, under an address of its own', async () => {
    const it = await keepPlan(served.api, mixedRows);
    await asAda(importAt(it), async page => {
      await page.getByText('creates 2 users, changes 1 user and leaves out 2 rows with errors').waitFor();
      const rows = page.getByRole('table').getByRole('row');
      await expect.poll(() => rows.count()).toBe(mixedRows.length + 1);
      await link(page, 'Errors 2').click();
      await expect.poll(() => rows.count()).toBe(3);
      await page.reload();
      await page.getByText('There is no group of this name.').waitFor();
      expect(await rows.count()).toBe(3);
      expect(page.url()).toContain('outcome=error');
      expect(await link(page, 'Download rows with errors').getAttribute('href')).toContain('failed.csv');
    });
  });

  test('is checked again without invitations, the columns staying what they were', async () => {
    const it = await keepPlan(served.api, mixedRows);
    await asAda(`${importAt(it)}?outcome=error`, async page => {
      await button(page, 'Change whether invitations are sent').click();
      await dialog(page).getByLabel('Send invitations').uncheck({ force: true });
      const body = await checkSent(page, () => button(page, 'Check again').last().click());
      expect(body).toMatchObject({
        columns: ['firstName', 'lastName', 'email', 'role', 'groups', 'status'],
        sendInvitations: false,
      });
    });
  });

  test('is done after a question where rows are left out', async () => {
    const it = await keepPlan(served.api, mixedRows);
    await asAda(importAt(it), async page => {
      await button(page, 'Import 3 users').click();
      await dialog(page).getByText('They have errors and are not imported').waitFor();
      await button(page, 'Not now').click();
      expect(asked('commit-import')).toHaveLength(0);
    });
  });

  test('cannot be done where it is nothing, and says why', async () => {
    const it = await keepPlan(served.api, mixedRows.slice(2, 3));
    await asAda(importAt(it), async page => {
      await page.getByText('There is nothing to import').waitFor();
      const commit = button(page, 'Import');
      expect(await commit.getAttribute('aria-disabled')).toBe('true');
      await commit.click({ force: true });
      expect(asked('commit-import')).toHaveLength(0);
    });
  });

  test('is discarded', async () => {
    const it = await keepPlan(served.api, mixedRows);
    await asAda(importAt(it), async page => {
      await button(page, 'Discard').click();
      await heading(page, 'This import was discarded').waitFor();
      const [after] = await served.api.front.world.directory.get(ref.import(acme, it.id));
      expect(after?.state).toBe('cancelled');
    });
  });
});

describe('while it runs', () => {
  test('it is cancelled after a question, and says what stays', async () => {
    const it = await keepRun(served.api, { state: 'paused' }, rowsDone);
    await asAda(importAt(it), async page => {
      await button(page, 'Cancel…').click();
      await dialog(page).getByText('790 users are not imported any more').waitFor();
      await button(page, 'Cancel the import').click();
      await page.getByText('412 of 1,204 users were imported.').waitFor();
      await page.getByText('792 rows did not get in').waitFor();
      await link(page, 'Upload the mended file').click();
      await heading(page, 'Import users').waitFor();
    });
  });

  test('it is paused', async () => {
    const it = await keepRun(served.api, {}, rowsDone);
    await asAda(importAt(it), async page => {
      await button(page, 'Pause').click();
      await page.getByText('Nothing happens until it is resumed').waitFor();
      await button(page, 'Resume').waitFor();
    });
  });
});

describe('what is over', () => {
  test('by a fault of the file is said with what to do next', async () => {
    const it = await keepImport(served.api, { state: 'failed', failure: 'not-a-table' });
    await asAda(importAt(it), async page => {
      await page.getByText('Save the table as one of these').waitFor();
      await link(page, 'Import another file').click();
      await heading(page, 'Import users').waitFor();
    });
  });

  test('and forgotten is said to be gone', () =>
    asAda(`${importList}/imp_00000000000000000000000000`, async page => {
      await heading(page, 'This import is not here').waitFor();
    }));
});

/** From the list of imports to what a file comes to: of its one unknown column somebody has said what it is. */
async function bring(page: Page, file: Sheet): Promise<void> {
  await uploadAndCheck(page, file);
  await page.getByLabel('What “Team” is taken for').selectOption('Groups');
  await button(page, 'Check the file').click();
}

test('rows get in, and those with errors do so once they are mended', { timeout: 60_000 }, async () => {
  await makeGroup(served.api, 'Support');
  const team = csvFile(
    'team.csv',
    'First name,Last name,Email,Permissions,Team',
    'Maria,Lindgren,maria.lindgren@example.com,all,Support',
    'Hugh,Martins,hugo.martins@example.com,,Support',
    'Jan,Smit,jan.smit@,all,Support',
  );
  await asAda(newImport, async page => {
    await serveImportFiles(page, served.api);
    await bring(page, team);
    await page.getByText('creates 1 user, changes 1 user and leaves out 1 row with errors').waitFor();
    await page.getByText('jan.smit@', { exact: true }).first().waitFor();
    await button(page, 'Import 2 users').click();
    await dialog(page).getByRole('button', { name: 'Import 2 users' }).click();
    await page.getByText('All 2 users were imported.').waitFor();
    expect((await storedUser(served.api, 'Hugo'))?.firstName).toBe('Hugh');

    const coming = page.waitForEvent('download');
    await link(page, 'Download the rows').click();
    const left = await readFile(await (await coming).path(), 'utf8');
    expect(left).toContain('Reason');
    expect(left).not.toContain('Maria');
    await link(page, 'Upload the mended file').click();
    await bring(page, csvFile('mended.csv', left.replaceAll('jan.smit@', 'jan.smit@example.com')));
    await button(page, 'Import 1 user').click();
    await page.getByText('1 user was imported.').waitFor();
    expect(await page.getByText('did not get in').count()).toBe(0);
    await page.goto(`${served.url}${userList}?tab=pending&q=smit`);
    await link(page, 'Jan Smit').waitFor();
  });
});
