/** One thing done to many users: whom, what it would come to, how far it is, and what became of each. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { jobList, makeGroup, makeProject, moveJob, namedOf } from './among-groups.ts';
import { askFor, bar, choosePlace, fewOnAPage, makeBulkJob, outcomesOfMany, pick } from './among-many.ts';
import { storedUser, userList } from './among-users.ts';
import { button, dialog, heading, link, row } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);
const stored = (firstName: string) => storedUser(served.api, firstName);
const statusOf = async (firstName: string) => (await stored(firstName))?.status;
const foot = (page: Page, name: string) => page.getByRole('region', { name });

describe('choosing users', () => {
  test('one by one, a range with the shift key, a page, and nobody again', () =>
    asAda(userList, async page => {
      await pick(page, 'Ada Okafor');
      await bar(page).getByText('1 selected').waitFor();
      await page.getByLabel('Select Daniel Kim').click({ modifiers: ['Shift'] });
      const boxes = page.getByRole('row').getByRole('checkbox', { name: /^Select [A-Z]/, checked: true });
      const inBetween = await boxes.count();
      expect(inBetween).toBeGreaterThan(3);
      await bar(page).getByText(`${inBetween} selected`).waitFor();
      await page.getByLabel('Select everybody on this page').click();
      await bar(page).getByText('26 selected').waitFor();
      await button(page, 'Clear selection').click();
      await bar(page).waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.matches('main'));
    }));

  test('lasts from page to page of a list, and ends with the list', () =>
    asAda(userList, async page => {
      await fewOnAPage(page);
      await pick(page, 'Ada Okafor', 'Grace Kamau');
      await button(page, 'Next').click();
      await page.getByText('Page 2').waitFor();
      await bar(page).getByText('2 selected').waitFor();
      await button(page, 'Previous').click();
      await page.getByLabel('Select Ada Okafor').waitFor();
      expect(await page.getByLabel('Select Ada Okafor').isChecked()).toBe(true);
      await link(page, /^Archived/).click();
      await row(page, 'Bo Nyström').waitFor();
      await bar(page).waitFor({ state: 'detached' });
    }));

  test('is offered what fits whom is chosen, and who chooses', async () => {
    await asAda(`${userList}?tab=archived`, async page => {
      await pick(page, 'Bo Nyström');
      await button(page, 'Actions').last().click();
      expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Restore', 'Delete…']);
    });
    await asAda(`${userList}?tab=pending`, async page => {
      await pick(page, 'Vera Lang');
      await button(page, 'Actions').last().click();
      const offered = await page.getByRole('menuitem').allTextContents();
      expect(offered).toContain('Send invitation');
      expect(offered).not.toContain('Reset password');
      expect(offered).not.toContain('Restore');
    });
  });
});

describe('before it is done', () => {
  test('says for how many, and who is skipped for which reason; then does it and shows it, with the way back', () =>
    asAda(userList, async page => {
      await pick(page, 'Ada Okafor', 'Grace Kamau', 'Hugo Martins');
      await button(page, 'Deactivate').click();
      await dialog(page).getByText('2 users will be deactivated').waitFor();
      await dialog(page).getByText('1 user is skipped').waitFor();
      expect(asked('start-bulk')).toEqual([]);
      await button(page, 'Deactivate 2 users').click();
      await page.getByText('2 users were deactivated. 1 was skipped.').waitFor();
      await link(page, 'Grace Kamau').waitFor({ state: 'detached' });
      expect(await Promise.all(['Ada', 'Grace', 'Hugo'].map(statusOf))).toEqual([
        'active',
        'inactive',
        'inactive',
      ]);
      await button(page, 'Undo').click();
      await page.getByText('2 users are active again.').waitFor();
      await link(page, 'Grace Kamau').waitFor();
      expect(await Promise.all(['Grace', 'Hugo'].map(statusOf))).toEqual(['active', 'active']);
    }));

  test('what cannot be undone is done once its number is typed', () =>
    asAda(userList, async page => {
      await pick(page, 'Grace Kamau', 'Hugo Martins');
      await askFor(page, 'Delete…');
      const confirm = button(page, 'Delete 2 users');
      await dialog(page).getByLabel('Type 2 to confirm').fill('3');
      expect(await confirm.isDisabled()).toBe(true);
      await dialog(page).getByLabel('Type 2 to confirm').fill('2');
      await confirm.click();
      await page.getByText('2 users were deleted.').waitFor();
      expect(await button(page, 'Undo').count()).toBe(0);
      expect(await stored('Grace')).toBeUndefined();
      await button(page, 'Hide').click();
      await foot(page, 'Delete users').waitFor({ state: 'detached' });
    }));

  test('is done to all who match, however many pages they are on', async () => {
    const group = await makeGroup(served.api, 'Everybody');
    await asAda(userList, async page => {
      await fewOnAPage(page);
      await pick(page, 'Grace Kamau');
      await button(page, 'Select all 26 that match').click();
      await bar(page).getByText('All 26 that match').waitFor();
      expect(await page.getByLabel('Select Hugo Martins').isChecked()).toBe(true);
      await button(page, 'Add to group').click();
      await choosePlace(page, 'Group', 'Everybody');
      await button(page, 'Add 25 users').click();
      await page.getByText('25 users were added. 1 was skipped.').waitFor();
    });
    expect(await namedOf(served.api, 'Zanele', 'groups')).toEqual([group.id]);
    expect(await namedOf(served.api, 'Noah', 'groups')).toEqual([]);
  });

  test('asks which role first', () =>
    asAda(userList, async page => {
      await pick(page, 'Grace Kamau', 'Yuki Tanaka');
      await button(page, 'Set role').click();
      expect(
        await dialog(page)
          .getByRole('button', { name: /^Change/ })
          .isDisabled(),
      ).toBe(true);
      expect(asked('preview-bulk')).toEqual([]);
      await dialog(page).getByLabel('Manager').check();
      await dialog(page).getByText('1 user will have another role').waitFor();
      await dialog(page).getByText('Has this role already.').waitFor();
      await button(page, 'Change 1 user').click();
      await page.getByText('1 user has another role. 1 was skipped.').waitFor();
      expect((await stored('Grace'))?.role).toBe('manager');
    }));

  test('asks which group or project first; Undo takes only those out who were brought in', async () => {
    const group = await makeGroup(served.api, 'Support', ['Hugo']);
    await makeProject(served.api, 'Atlas');
    await asAda(userList, async page => {
      await pick(page, 'Grace Kamau', 'Hugo Martins');
      await button(page, 'Add to group').click();
      await choosePlace(page, 'Group', 'Support');
      await dialog(page).getByText('Is in the group already.').waitFor();
      await button(page, 'Add 1 user').click();
      await page.getByText('1 user was added. 1 was skipped.').waitFor();
      expect(await namedOf(served.api, 'Grace', 'groups')).toEqual([group.id]);
      await button(page, 'Undo').click();
      await page.getByText('1 user was removed.').waitFor();
    });
    expect(await namedOf(served.api, 'Grace', 'groups')).toEqual([]);
    expect(await namedOf(served.api, 'Hugo', 'groups')).toEqual([group.id]);
  });

  test('says why it cannot be done, and stays', () =>
    asAda(userList, async page => {
      await pick(page, 'Grace Kamau');
      served.api.interfere = key => (key === 'start-bulk' ? 'unavailable' : undefined);
      await button(page, 'Deactivate').click();
      await button(page, 'Deactivate 1 user').click();
      await dialog(page).getByRole('alert').waitFor();
      served.api.interfere = undefined;
      await button(page, 'Deactivate 1 user').click();
      await page.getByText('1 user was deactivated.').waitFor();
      const keys = asked('start-bulk').map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys).size).toBe(1);
    }));
});

describe('while it is done', () => {
  test('how far it is stands on every page, also after coming back; it can be called off', async () => {
    const job = await makeBulkJob(served.api);
    await asAda(userList, async page => {
      const mine = foot(page, 'Deactivate users');
      await mine.getByText('342 of 1,204 · 2 skipped').waitFor();
      await link(page, 'Groups').click();
      await heading(page, 'Groups').waitFor();
      await mine.getByRole('progressbar').waitFor();
      await moveJob(served.api, job, { progress: { done: 900, failed: 0, skipped: 2, total: 1204 } });
      await mine.getByText('902 of 1,204').waitFor();
      await page.reload();
      await mine.getByText('902 of 1,204').waitFor();
      await mine.getByRole('button', { name: 'Cancel' }).click();
      await mine.getByText('900 users were deactivated. 2 were skipped. The rest was called off.').waitFor();
      await button(page, 'Hide').click();
      await mine.waitFor({ state: 'detached' });
    });
  });

  test('what others have begun does not stand there', async () => {
    await makeBulkJob(served.api);
    await as('Priya', userList, async page => {
      await row(page, 'Grace Kamau').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await foot(page, 'Deactivate users').count()).toBe(0);
    });
  });
});

describe('afterwards', () => {
  const over = { state: 'done', progress: { done: 1, failed: 2, skipped: 1, total: 4 } } as const;

  test('what became of each can be read, and kept as a file in which nothing is a formula', async () => {
    const finishedAt = served.api.front.world.clock.now();
    const job = await makeBulkJob(served.api, { ...over, finishedAt }, outcomesOfMany);
    await asAda(`${jobList}/${job}`, async page => {
      await row(page, 'Grace Kamau').getByText('Done').waitFor();
      await row(page, 'Hugo Martins').getByText('Too many attempts.').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, 'Download the failed ones').click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^failed-\d{4}-\d\d-\d\d\.csv$/);
      const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
      expect(lines.length).toBe(4);
      expect(lines[0]).toBe('\uFEFFId,Name,Reason');
      expect(lines[1]).toContain(`Mateo Fernández,"'=The service`);
    });
  });

  test('those for whom it has failed can be tried again, by a job that says so', async () => {
    const finishedAt = served.api.front.world.clock.now();
    const job = await makeBulkJob(served.api, { ...over, finishedAt }, outcomesOfMany);
    await asAda(`${jobList}/${job}`, async page => {
      await button(page, 'Try the failed ones again').click();
      await link(page, 'What has failed before').waitFor();
      await row(page, 'Mateo Fernández').getByText('Done').waitFor();
      await row(page, 'Hugo Martins').getByText('Done').waitFor();
      expect(await page.getByRole('row').count()).toBe(3);
      await link(page, 'What has failed before').click();
      await row(page, 'Grace Kamau').waitFor();
    });
    expect(await statusOf('Hugo')).toBe('inactive');
  });

  test('a job that runs can be called off on its page; whoever is gone has no name', async () => {
    const gone = { user: 'usr_00000000000000000000000000', outcome: 'done' } as never;
    const job = await makeBulkJob(served.api, {}, [gone]);
    await asAda(`${jobList}/${job}`, async page => {
      await page.getByText('Deleted user').waitFor();
      await button(page, 'Cancel job').click();
      await page.getByText('Cancelled', { exact: true }).waitFor();
      await button(page, 'Cancel job').waitFor({ state: 'detached' });
    });
  });
});
