/** The stops of the tour among custom roles, permissions and the catalogue. */
import type { Page } from 'playwright-core';
import {
  alterRole,
  arrangeAccess,
  arrangeCatalogue,
  arrangeGrace,
  arrangeLimitedMateo,
  catalogueAt,
  roleList,
} from './among-roles.ts';
import { pageOf, userList } from './among-users.ts';
import type { ConsoleApi } from './api.ts';
import { button, choose, dialog } from './locators.ts';
import { signInAs } from './people.ts';
import { type Stop, stop } from './stop.ts';

const matrix = (page: Page) => page.getByRole('checkbox', { name: 'Export contacts for Sales' });

async function deed(page: Page, words: string): Promise<void> {
  await button(page, 'Actions for Finance').click();
  await page.getByRole('menuitem', { name: words }).click();
  await dialog(page).waitFor();
}

const roles: Stop[] = [
  stop('roles-empty', roleList, page => button(page, 'Create role').waitFor(), arrangeCatalogue),
  stop('roles-no-catalogue', roleList, page => page.getByText('No permissions yet').waitFor()),
  stop(
    'roles',
    roleList,
    async page => {
      await matrix(page).check();
      await page.getByText('1 role changed').waitFor();
    },
    arrangeGrace,
  ),
  stop(
    'roles-tooltip',
    roleList,
    async page => {
      await button(page, 'Export contacts').hover();
      await page.getByText('Takes the whole address book').waitFor();
    },
    arrangeGrace,
  ),
  {
    name: 'roles-read-only',
    path: roleList,
    who: async api => {
      await arrangeLimitedMateo(api);
      return signInAs(api, 'Mateo');
    },
    arrive: page => page.getByText('Owners and admins change').waitFor(),
  },
  rolesMeanwhile(),
  stop(
    'role-create',
    roleList,
    async page => {
      await button(page, 'Create role').click();
      await dialog(page).getByText('See contacts').waitFor();
    },
    arrangeGrace,
  ),
  stop('role-rename', roleList, page => deed(page, 'Rename'), arrangeGrace),
  stop(
    'role-holders',
    roleList,
    async page => {
      await deed(page, 'Who has it');
      await dialog(page).getByText('Grace Kamau').waitFor();
    },
    arrangeGrace,
  ),
  stop(
    'role-delete',
    roleList,
    async page => {
      await deed(page, 'Delete');
      await dialog(page).getByText('Grace Kamau').waitFor();
    },
    arrangeGrace,
  ),
];

/** Somebody else takes and gives while Ada does. */
function rolesMeanwhile(): Stop {
  let change = async () => {};
  return stop(
    'roles-meanwhile',
    roleList,
    async page => {
      await matrix(page).check();
      await change();
      await button(page, 'Save changes').click();
      await page.getByText('Somebody else has changed').waitFor();
    },
    async api => {
      const { Sales } = (await arrangeGrace(api)).roles;
      const permissions = [...Sales.permissions.slice(1), 'reports.queries.run'] as never;
      change = () => alterRole(api, Sales, { permissions });
    },
  );
}

const users: Stop[] = [
  stop('users-rights', userList, page => page.getByText('+1').first().waitFor(), arrangeGrace),
  stop(
    'invite-rights',
    userList,
    async page => {
      await openInvite(page);
      await button(page, /^Access/).click();
      await dialog(page).getByLabel('Custom', { exact: true }).check();
      await dialog(page).getByText('See contacts').waitFor();
    },
    arrangeGrace,
  ),
  {
    name: 'invite-limited',
    path: userList,
    who: async api => {
      await arrangeLimitedMateo(api);
      return signInAs(api, 'Mateo');
    },
    arrive: async page => {
      await openInvite(page);
      await dialog(page).getByText('you do not hold everything').waitFor();
      await dialog(page).getByLabel('First name').fill('Ines');
      await dialog(page).getByLabel('Last name').fill('Duarte');
      await dialog(page).getByLabel('Email').fill('ines@example.com');
      await button(page, 'Send invitation').click();
      await dialog(page).getByText('Access is empty').waitFor();
    },
  },
  stop(
    'edit-rights',
    userList,
    async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await button(page, /^Access/).click();
      await dialog(page).getByText('See contacts').waitFor();
      await dialog(page).getByRole('combobox', { name: 'Groups' }).scrollIntoViewIfNeeded();
    },
    arrangeGrace,
  ),
  stop(
    'edit-loses-projects',
    userList,
    async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('Manager').check();
      await dialog(page).getByText('they lose their projects').waitFor();
    },
    arrangeGrace,
  ),
  stop(
    'pick-group',
    userList,
    async page => {
      await choose(page, 'Hugo Martins', 'Edit');
      await button(page, /^Access/).click();
      await dialog(page).getByRole('combobox', { name: 'Custom roles' }).click();
      await page.getByRole('option', { name: 'Finance' }).waitFor();
    },
    arrangeGrace,
  ),
  stop('user-rights', pageOf('Grace'), showPermissions, arrangeGrace),
  stop('user-rights-all', pageOf('Priya'), showPermissions, arrangeGrace),
  stop(
    'hand-over',
    userList,
    async page => {
      await choose(page, 'Grace Kamau', 'Hand over ownership…');
      await dialog(page).waitFor();
    },
    arrangeGrace,
  ),
];

async function openInvite(page: Page): Promise<void> {
  await button(page, 'Invite user').first().click();
  await dialog(page).getByLabel('First name').waitFor();
}

async function showPermissions(page: Page): Promise<void> {
  const section = page.getByRole('region', { name: 'What they may do, and why' });
  await section.getByText('See contacts').waitFor();
  await section.scrollIntoViewIfNeeded();
}

const operator = async (api: ConsoleApi) => (await arrangeAccess(api)).operator;

const catalogue: Stop[] = [
  {
    name: 'catalogue',
    path: catalogueAt,
    who: operator,
    arrive: page => page.getByText('Order prints').waitFor(),
  },
  {
    name: 'catalogue-edit',
    path: catalogueAt,
    who: operator,
    arrive: async page => {
      const field = await openEditor(page);
      const text = await field.inputValue();
      await field.fill(text.replaceAll('crm.contacts.export', 'crm.contacts.take-out'));
      await page.getByText('What Save will do').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'catalogue-retiring',
    path: catalogueAt,
    who: operator,
    arrive: async page => {
      const field = await openEditor(page);
      const text = await field.inputValue();
      await field.fill(text.replaceAll('crm.contacts.export', 'crm.contacts.take-out'));
      await button(page, 'Save').click();
      await dialog(page).waitFor();
    },
  },
  {
    name: 'catalogue-faults',
    path: catalogueAt,
    who: operator,
    arrive: async page => {
      const field = await openEditor(page);
      const text = await field.inputValue();
      await field.fill(text.replace('"crm.contacts.read"', '"CRM"').replace('"See deals"', '""'));
      await page
        .getByText(/^Line \d+:/)
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
];

async function openEditor(page: Page) {
  await button(page, 'Edit').click();
  const field = page.getByLabel('The whole catalogue, as JSON');
  await field.waitFor();
  return field;
}

export const stopsAmongRoles: readonly Stop[] = [...roles, ...users, ...catalogue];
