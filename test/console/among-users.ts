/** The list of users and its menus, as tests walk through them. */
import type { Page } from 'playwright-core';
import type { User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { ConsoleApi } from './api.ts';
import { acme, idOf } from './demo.ts';
import { button } from './signed-in.ts';

export const userList = `/o/${acme}/users`;
export const pageOf = (firstName: string) => `${userList}/${idOf(firstName)}`;

export const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name }) });

/** What is kept of somebody in the demo. */
export async function storedUser({ front }: ConsoleApi, firstName: string): Promise<User | undefined> {
  return (await front.world.directory.get(ref.user(acme, idOf(firstName))))[0];
}

/** Chooses a deed in somebody's menu. */
export async function choose(page: Page, person: string, deed: string): Promise<void> {
  await button(page, `Actions for ${person}`).click();
  await page.getByRole('menuitem', { name: deed, exact: true }).click();
}
