import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { reportHeadings } from '../../shared/contract/imports.ts';
import { openExport, startExport } from '../console/among-exports.ts';
import { csvFile, uploadAndCheck } from '../console/among-imports.ts';
import { button, dialog, heading, link } from '../console/locators.ts';
import { freshEmail, password } from '../harness/arrange.ts';
import { readRecords, readRows } from '../harness/read-export.ts';
import { asDemo, inBrowser, linkInMail, look, onboard, openStage } from './stage.ts';

const stage = openStage();

async function downloaded(page: Page, name: string) {
  const coming = page.waitForEvent('download');
  await button(page, name).or(link(page, name)).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a file with errors is imported but for these, which are mended and uploaded again', () =>
  asDemo(stage, 'owner', async owner => {
    const emails = [freshEmail('first'), freshEmail('second'), freshEmail('third')];
    const [first = '', second = '', third = ''] = emails;
    const file = csvFile(
      'new-colleagues.csv',
      'Given name;Last name;Email;Permissions;Floor',
      `Zoë;Imported;${first};all;1`,
      `"Anna ""Ann""";Imported;${second};all;2`,
      `Jan;Imported;${third.replace('@', ' at ')};all;3`,
    );
    await link(owner, /^Import$/).click();
    await uploadAndCheck(owner, file);
    await heading(owner, 'What are these columns?').waitFor();
    await look(owner, 'import-columns');
    await button(owner, 'Check the file').click();
    await owner.getByText('Importing it creates 2 users and leaves out 1 row with errors.').waitFor();
    await link(owner, /^Errors/).click();
    await owner.getByText(first).first().waitFor({ state: 'detached' });
    await owner.getByText(third.replace('@', ' at ')).first().waitFor();
    await look(owner, 'import-plan');
    await button(owner, 'Import 2 users').click();
    await dialog(owner).getByRole('button', { name: 'Import 2 users' }).click();
    await owner.getByText('All 2 users were imported.').waitFor();
    await owner.getByText('1 row did not get in').waitFor();
    await look(owner, 'import-done');

    const failed = await downloaded(owner, 'Download the rows');
    const rows = await readRows('csv', failed.bytes);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual([
      ...['Given name', 'Last name', 'Email', 'Permissions', 'Floor'],
      ...reportHeadings,
    ]);
    const mended = failed.bytes.toString('utf8').replace(third.replace('@', ' at '), third);
    await button(owner, 'Upload the mended file').or(link(owner, 'Upload the mended file')).click();
    await heading(owner, 'Import users').waitFor();
    await uploadAndCheck(owner, { ...file, name: 'mended.csv', buffer: Buffer.from(mended) });
    await heading(owner, 'What are these columns?').waitFor();
    await button(owner, 'Check the file').click();
    await owner.getByText('Importing it creates 1 user.').waitFor();
    await button(owner, 'Import 1 user').click();
    await owner.getByText('1 user was imported.').waitFor();

    for (const email of emails) expect(await linkInMail(stage, email)).toContain('#');
    await inBrowser('imported', async page => {
      await page.goto(await linkInMail(stage, third));
      await onboard(page, password);
      await page.getByText('Welcome to Northwind Labs.').waitFor();
    });
  }));

test('an export is opened by another program, and imported as it is, it changes nobody', () =>
  asDemo(stage, 'owner', async owner => {
    await openExport(owner);
    await dialog(owner).getByLabel('Excel workbook').check();
    await dialog(owner).getByLabel('All 23').check();
    await startExport(owner);
    await dialog(owner).getByText('The file is ready').waitFor();
    const { name, bytes } = await downloaded(owner, 'Download');
    const records = await readRecords('xlsx', bytes);
    expect(records.length).toBeGreaterThan(5);
    expect(Object.keys(records[0] ?? {})).toHaveLength(23);

    await button(owner, 'Close').last().click();
    await link(owner, /^Import$/).click();
    await uploadAndCheck(owner, { name, mimeType: '', buffer: bytes });
    await owner.getByText('There is nothing to import').first().waitFor();
    await link(owner, new RegExp(`^Unchanged.*${records.length}$`)).waitFor();
    expect(await button(owner, 'Import').last().isDisabled()).toBe(true);
  }));
