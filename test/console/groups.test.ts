/** What administrators do with groups and their content, and with projects. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  changeGroup,
  choosePeople,
  grant,
  groupAt,
  groupList,
  handbook,
  makeGroup,
  makeGroups,
  makeProject,
  makeRoles,
  namedOf,
  projectAt,
  projectList,
  reports,
} from './among-groups.ts';
import { alter, cookieOf } from './api.ts';
import { firstLoad } from './first-load.ts';
import { button, dialog, heading, row } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

describe('groups', () => {
  test('are created with custom roles, and what is taken is said at its field', async () => {
    await makeRoles(served.api, 'Report reader');
    await makeGroup(served.api, 'Design', [], { externalId: 'scim-1' });
    await asAda(groupList, async page => {
      await page.getByRole('table').waitFor();
      await page.keyboard.press('c');
      await dialog(page).getByLabel('Name', { exact: true }).fill('Support');
      await dialog(page).getByLabel('External id').fill('scim-1');
      await page.getByRole('combobox', { name: 'Custom roles' }).click();
      await page.getByRole('option', { name: 'Report reader' }).click();
      await button(page, 'Create group').click();
      await page.getByText('That external id is taken').waitFor();
      await dialog(page).getByLabel('External id').fill('scim-2');
      await button(page, 'Create group').click();
      await heading(page, 'Support').waitFor();
      expect(await page.getByRole('definition').allTextContents()).toEqual(['Report reader', 'scim-2']);
      await page.getByRole('link', { name: 'Groups' }).first().click();
      await row(page, 'Support').getByText('Report reader').waitFor();
    });
  });

  test('do not lose what was typed to Escape, and give the focus back', () =>
    asAda(groupList, async page => {
      await button(page, 'New group').click();
      await dialog(page).getByLabel('Name', { exact: true }).fill('Support');
      await page.keyboard.press('Escape');
      await button(page, 'Keep editing').click();
      expect(await dialog(page).getByLabel('Name', { exact: true }).inputValue()).toBe('Support');
      await page.keyboard.press('Escape');
      await button(page, 'Discard').click();
      await dialog(page).waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.textContent === 'New group');
    }));

  test('of two who edit at once the second sees what the first has saved', async () => {
    const group = await makeGroup(served.api, 'Support', [], { description: 'Helps' });
    await asAda(groupAt(group), async page => {
      await button(page, 'Edit').click();
      await dialog(page).getByLabel('Name', { exact: true }).fill('Customer support');
      await changeGroup(served.api, group, { name: 'Care', description: 'Cares' });
      await button(page, 'Save changes').click();
      const meanwhile = page.getByRole('region', { name: /changed this in the meantime/ });
      await meanwhile.getByText('Care', { exact: true }).waitFor();
      expect(await dialog(page).getByLabel('Description').inputValue()).toBe('Cares');
      await button(page, 'Save changes').click();
      await heading(page, 'Customer support').waitFor();
    });
  });

  test('have pages of which the first load is small', async () => {
    const group = await makeGroup(served.api, 'Support', ['Grace']);
    const cookie = await cookieOf(served.api, 'Ada');
    expect(await firstLoad(served, cookie, groupAt(group))).toBeLessThan(200_000);
  });

  test('are nobody’s to see who is only a user', () =>
    as('Léa', groupList, async page => {
      await heading(page, 'Nothing here').waitFor();
      expect(await page.getByRole('link', { name: 'Groups' }).count()).toBe(0);
    }));

  test('say what failed, and try again', async () => {
    let hurts = true;
    served.api.interfere = key => (key === 'list-groups' && hurts ? 'not-allowed' : undefined);
    await asAda(groupList, async page => {
      await page.getByRole('alert').waitFor();
      hurts = false;
      await button(page, 'Try again').click();
      await page.getByText('No group yet').waitFor();
    });
  });

  test('say before they are deleted what that takes from whom, and want the name', async () => {
    const support = await makeGroups(served.api);
    await asAda(groupAt(support), async page => {
      await button(page, 'Actions for Support').click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      const takes = dialog(page).getByRole('listitem');
      await dialog(page).getByText('and 1 more').waitFor();
      expect(await takes.allTextContents()).toEqual([
        '6 people are in itCarmen Ortiz, Grace Kamau, Mei Chen, Noah Weiss, Priya Shah, and 1 more',
        'They lose these custom roles, as far as nothing else gives themSupport agent, Report reader, Refund approver',
        'They lose 2 pieces of contentSupport handbook, Annual reports 2024',
      ]);
      const confirm = button(page, 'Delete group');
      expect(await confirm.isDisabled()).toBe(true);
      await dialog(page).getByLabel('Type Support').fill('Support');
      await changeGroup(served.api, support, { description: 'Changed' });
      await confirm.click();
      await dialog(page).getByText('It was changed since you read it').waitFor();
      await page.getByText('Changed', { exact: true }).waitFor();
      await confirm.click();
      await page.getByText('Support was deleted.').waitFor();
      expect(await row(page, 'Support').count()).toBe(0);
      await page.getByRole('link', { name: 'Jobs' }).click();
      await page.getByText('Support is taken from its users').waitFor();
    });
    expect(await namedOf(served.api, 'Grace', 'groups')).toEqual([]);
  });
});

test('content is granted, and taken away with the way back', async () => {
  const group = await makeGroup(served.api, 'Support');
  await grant(served.api, group, handbook);
  await asAda(`${groupAt(group)}/content`, async page => {
    await button(page, 'Add content').click();
    await dialog(page).getByLabel('Type').fill('Folder');
    await dialog(page).getByLabel('Id', { exact: true }).fill(reports.id);
    await dialog(page).getByLabel('Name', { exact: true }).fill(reports.name);
    await button(page, 'Grant content').click();
    await page.getByText('is not a type such as').waitFor();
    await dialog(page).getByLabel('Type').fill('folder');
    await button(page, 'Grant content').click();
    await page.getByText('Annual reports 2024 is granted to Support.').waitFor();
    await page.getByRole('link', { name: 'Content (2)' }).waitFor();
    await button(page, 'Remove Support handbook').click();
    await page.getByRole('link', { name: 'Content (1)' }).waitFor();
    await button(page, 'Undo').click();
    await page.getByText('is granted to Support again').waitFor();
    await button(page, 'Remove Support handbook').waitFor();
  });
});

describe('projects', () => {
  test('are created, and given to users alone: others say why not', () =>
    asAda(projectList, async page => {
      await button(page, 'New project').click();
      await dialog(page).getByLabel('Name', { exact: true }).fill('Atlas');
      await button(page, 'Create project').click();
      await heading(page, 'Atlas').waitFor();
      await choosePeople(page, 'Noah Weiss');
      await dialog(page).getByLabel('Search people').fill('priya');
      await dialog(page).getByRole('checkbox', { name: 'Noah Weiss' }).waitFor({ state: 'detached' });
      expect(await dialog(page).getByRole('checkbox', { name: 'Priya Shah' }).isDisabled()).toBe(true);
      await page.getByText('Projects are for the role user; this is an admin').waitFor();
      expect(await button(page, 'Paste a list').count()).toBe(0);
      await button(page, 'Add 1 person').click();
      await row(page, 'Noah Weiss').waitFor();
      await page.getByText('1 member', { exact: true }).waitFor();
    }));

  test('are refused to whoever has become more than a user meanwhile, with the reason', async () => {
    const project = await makeProject(served.api, 'Atlas');
    await asAda(projectAt(project), async page => {
      await choosePeople(page, 'Noah Weiss');
      await alter(served.api, 'Noah', { role: 'manager' });
      await button(page, 'Add 1 person').click();
      await page.getByText('Owners, admins and managers have no projects.').waitFor();
    });
    expect(await namedOf(served.api, 'Noah', 'projects')).toEqual([]);
  });

  test('say before they are deleted who loses them', async () => {
    const project = await makeProject(served.api, 'Atlas', ['Léa', 'Noah']);
    await asAda(projectAt(project), async page => {
      await button(page, 'Actions for Atlas').click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await dialog(page).getByText('2 people lose it').waitFor();
      await dialog(page).getByText('Léa Moreau, Noah Weiss').waitFor();
      await dialog(page).getByLabel('Type Atlas').fill('atlas');
      expect(await button(page, 'Delete project').isDisabled()).toBe(true);
      await dialog(page).getByLabel('Type Atlas').fill('Atlas ');
      await button(page, 'Delete project').click();
      await page.getByText('Atlas was deleted.').waitFor();
      await page.getByText('No project yet').waitFor();
    });
    expect(await namedOf(served.api, 'Noah', 'projects')).toEqual([]);
  });
});
