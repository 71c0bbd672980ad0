/** Users chosen on their list, and what is done to all of them. */
import type { Page } from 'playwright-core';
import type { JobId } from '../../shared/contract/ids.ts';
import type { Job, JobItem } from '../../shared/domain/model-jobs.ts';
import { makeJob } from './among-groups.ts';
import type { ConsoleApi } from './api.ts';
import { idOf } from './demo.ts';
import { button, dialog } from './locators.ts';

export const bar = (page: Page) => page.getByRole('region', { name: 'Selected users' });

export async function pick(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByLabel(`Select ${name}`).check();
  await bar(page).waitFor();
}

/** Chooses a deed on the bar, and waits for its window. */
export async function askFor(page: Page, deed: string): Promise<void> {
  await button(page, 'Actions').last().click();
  await page.getByRole('menuitem', { name: deed, exact: true }).click();
  await dialog(page).waitFor();
}

/** In the window, the group or project of that name. */
export async function choosePlace(page: Page, label: 'Group' | 'Project', name: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name }).click();
}

/** As few users on a page as there can be: the demo's list has two pages. */
export async function fewOnAPage(page: Page): Promise<void> {
  await page.getByLabel('Rows on a page').selectOption('25');
  await page.getByText('Page 1').waitFor();
}

/** A job that deactivates many, kept as it is, because nobody works on it. */
export function makeBulkJob(
  api: ConsoleApi,
  different: Partial<Job> = {},
  items: readonly JobItem[] = [],
): Promise<JobId> {
  const job = { kind: 'bulk', deed: { action: 'deactivate' }, ...different } as const;
  return makeJob(api, undefined, job, items);
}

/** One of each outcome; one reason looks like a formula. */
export const outcomesOfMany: readonly JobItem[] = [
  { user: idOf('Grace'), outcome: 'done' },
  { user: idOf('Ada'), outcome: 'skipped', reason: 'Nobody does this to themselves.' },
  { user: idOf('Mateo'), outcome: 'failed', reason: '=The service for passwords has not answered, twice.' },
  { user: idOf('Hugo'), outcome: 'failed', reason: 'Too many attempts.' },
];
