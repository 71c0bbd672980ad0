/** The stops of the tour where something is done to many users. */
import type { Page } from 'playwright-core';
import type { BulkPreview } from '../../shared/contract/bulk.ts';
import { jobList, makeGroup } from './among-groups.ts';
import { askFor, bar, choosePlace, fewOnAPage, makeBulkJob, outcomesOfMany, pick } from './among-many.ts';
import { userList } from './among-users.ts';
import type { ConsoleApi } from './api.ts';
import { button, choose, dialog } from './locators.ts';
import { type Arrive, type Stop, stop } from './stop.ts';

const three = ['Ada Okafor', 'Grace Kamau', 'Hugo Martins'] as const;

const asks =
  (deed: string, then?: (page: Page) => Promise<unknown>): Arrive =>
  async page => {
    await pick(page, ...three);
    await askFor(page, deed);
    await then?.(page);
  };

const told = (text: string) => (page: Page) => page.getByText(text).waitFor();

const choosing: Stop[] = [
  stop('bulk-bar', userList, async page => {
    await fewOnAPage(page);
    await pick(page, ...three);
    await page.getByText('Select all 26').waitFor();
  }),
  stop('bulk-everybody', userList, async page => {
    await fewOnAPage(page);
    await pick(page, 'Ada Okafor');
    await button(page, 'Select all 26').click();
    await bar(page).getByText('All 26').waitFor();
  }),
  stop('bulk-pending', `${userList}?tab=pending`, page => pick(page, 'Vera Lang', 'Pedro Alves')),
  stop('bulk-menu', userList, async page => {
    await pick(page, ...three);
    await button(page, 'Actions').last().click();
  }),
];

const ofThousands: BulkPreview = {
  total: 1000,
  isMore: true,
  ready: 812,
  skipped: [
    { reason: 'You can only invite, change or remove people whose role yours may manage.', count: 187 },
    { reason: 'Nobody deactivates or deletes themselves. Another administrator can do it.', count: 1 },
  ],
};

const asking: Stop[] = [
  stop('bulk-deactivate', userList, asks('Deactivate', told('will be deactivated'))),
  stop('bulk-role', userList, asks('Set role')),
  stop(
    'bulk-role-chosen',
    userList,
    asks('Set role', async page => {
      await dialog(page).getByLabel('Manager').check();
      await page.getByText('will have another role').waitFor();
    }),
  ),
  stop(
    'bulk-group',
    userList,
    asks('Add to group', async page => {
      await choosePlace(page, 'Group', 'Support');
      await page.getByText('will be added').waitFor();
    }),
    api => makeGroup(api, 'Support', ['Hugo']),
  ),
  stop('bulk-delete', userList, asks('Delete…', told('for good'))),
  stop('bulk-more-than-looked-at', userList, async page => {
    await page.route('**/users/bulk/preview', route => route.fulfill({ json: ofThousands }));
    await fewOnAPage(page);
    await pick(page, 'Ada Okafor');
    await button(page, 'Select all 1,000+ that match').click();
    await askFor(page, 'Delete…');
    await page.getByText('The others are looked at').waitFor();
  }),
  stop('bulk-nobody', `${userList}?inactive=shown`, async page => {
    await pick(page, 'Ada Okafor');
    await askFor(page, 'Deactivate');
    await page.getByText('for none of them').waitFor();
  }),
];

const over = (api: ConsoleApi) => ({
  state: 'done' as const,
  progress: { done: 1180, failed: 2, skipped: 22, total: 1204 },
  finishedAt: api.front.world.clock.now(),
});

const running: Stop[] = [
  stop('bulk-running', userList, told('342 of 1,204'), api => makeBulkJob(api)),
  stop(
    'bulk-running-and-chosen',
    userList,
    async page => {
      await page.getByText('342 of 1,204').waitFor();
      await pick(page, ...three);
    },
    api => makeBulkJob(api),
  ),
  stop(
    'bulk-gathering',
    userList,
    async page => {
      await page.getByText('Finding out who is meant').waitFor();
      await choose(page, 'Hugo Martins', 'Deactivate');
      await button(page, 'Undo').waitFor();
    },
    api => makeBulkJob(api, { progress: { done: 0, failed: 0, skipped: 0, total: 0 } }),
  ),
  stop('bulk-finished', userList, async page => {
    await pick(page, ...three);
    await askFor(page, 'Deactivate');
    await button(page, 'Deactivate 2 users').click();
    await page.getByText('2 users were deactivated').waitFor();
  }),
  stop(
    'bulk-job',
    jobList,
    async page => {
      await page.getByRole('link', { name: 'Deactivate users' }).click();
      await page.getByText('Too many attempts').waitFor();
    },
    api => makeBulkJob(api, over(api), outcomesOfMany),
  ),
  stop(
    'bulk-job-cancelled',
    jobList,
    async page => {
      await page.getByRole('link', { name: 'Deactivate users' }).click();
      await button(page, 'Cancel job').click();
      await page.getByText('Cancelled', { exact: true }).waitFor();
    },
    api => makeBulkJob(api, {}, outcomesOfMany.slice(0, 2)),
  ),
];

export const stopsAmongMany: readonly Stop[] = [...choosing, ...asking, ...running];
