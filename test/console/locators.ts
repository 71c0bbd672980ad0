/** What people see on a page, as tests find it. */
import type { Page } from 'playwright-core';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
export const dialog = (page: Page) => page.getByRole('dialog');
export const row = (page: Page, name: string) => page.getByRole('row').filter({ has: link(page, name) });

/** Chooses a deed in somebody's menu. */
export async function choose(page: Page, person: string, deed: string): Promise<void> {
  await button(page, `Actions for ${person}`).click();
  await page.getByRole('menuitem', { name: deed, exact: true }).click();
}
