/** What users may do in the applications: given, refused, explained, and the organization handed over. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { givableBy } from '../../console/features/users/givable.ts';
import { nothingGiven, rightsChanged, rightsSent } from '../../console/features/users/rights-values.ts';
import type { CustomRoleView } from '../../shared/contract/custom-roles.ts';
import type { GroupView } from '../../shared/contract/groups.ts';
import { arrangeAccess, arrangeGrace, arrangeLimitedMateo, give } from './among-roles.ts';
import { pageOf, storedUser, userList } from './among-users.ts';
import { alter } from './api.ts';
import { button, choose, dialog, row } from './locators.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const stored = (firstName: string) => storedUser(served.api, firstName);
const access = (page: Page) => button(page, /^Access/);
const permission = (page: Page, name: string) => dialog(page).getByRole('switch', { name });

async function pick(page: Page, list: string, name: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: list }).fill(name);
  await page.getByRole('option', { name }).click();
}

async function inviting(page: Page): Promise<void> {
  await button(page, 'Invite user').first().click();
  await dialog(page).getByLabel('First name').fill('Ines');
  await dialog(page).getByLabel('Last name').fill('Duarte');
  await dialog(page).getByLabel('Email').fill('ines@example.com');
}

describe('inviting', () => {
  test('gives everything, unless something else is chosen', async () => {
    await arrangeAccess(served.api);
    await as('Ada', userList, async page => {
      await inviting(page);
      await access(page).getByText('All applications').waitFor();
      await access(page).click();
      await dialog(page).getByLabel('Custom', { exact: true }).check();
      await permission(page, 'See contacts').press('Space');
      await pick(page, 'Custom roles', 'Sales');
      await pick(page, 'Groups', 'Europe');
      await pick(page, 'Projects', 'Atlas');
      await access(page).getByText('1 permission, 1 custom role, 1 group, 1 project').waitFor();
      await button(page, 'Send invitation').click();
      await page.getByText('An invitation is on its way').waitFor();
      await row(page, 'Ines Duarte').getByRole('link').click();
      await page.getByText('Group “Europe” (custom role “Sales”)').first().waitFor();
      await page.getByText('None of this works at the moment').waitFor();
    });
  });

  test('by a manager gives no more than they hold, and never nothing', async () => {
    await arrangeLimitedMateo(served.api);
    await as('Mateo', userList, async page => {
      await inviting(page);
      expect(await dialog(page).getByLabel('All', { exact: true }).isDisabled()).toBe(true);
      expect(await permission(page, 'Edit contacts').isDisabled()).toBe(true);
      await button(page, 'Send invitation').click();
      await dialog(page).getByText('Access is empty').waitFor();
      await dialog(page).getByRole('combobox', { name: 'Custom roles' }).click();
      await page.getByRole('option', { name: 'Sales' }).getByText('Permits more than you hold').waitFor();
      expect(await page.getByRole('option', { name: 'Sales' }).getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('option', { name: 'Support agent' }).click();
      await button(page, 'Send invitation').click();
      await page.getByText('An invitation is on its way').waitFor();
    });
  });

  test('says at its field what has become too much meanwhile', async () => {
    await arrangeLimitedMateo(served.api);
    await as('Mateo', userList, async page => {
      await inviting(page);
      await permission(page, 'See contacts').press('Space');
      await give(served.api, 'Mateo', {
        customRoles: [],
        access: { mode: 'custom', permissions: ['billing.invoices.read'] },
      });
      await button(page, 'Send invitation').click();
      await dialog(page).getByText('Access has permissions that you do not hold').waitFor();
    });
  });
});

describe('editing', () => {
  test('changes what somebody has, and shows it at once', async () => {
    const { roles } = await arrangeGrace(served.api);
    await as('Ada', userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await access(page).click();
      await button(page, 'Remove Finance').click();
      await permission(page, 'Export contacts').press('Space');
      await button(page, 'Save changes').click();
      await page.getByText('Grace Kamau was saved').waitFor();
      expect(await stored('Grace')).toMatchObject({
        customRoles: [roles['Support agent'].id],
        access: {
          mode: 'custom',
          permissions: ['crm.contacts.read', 'reports.dashboards.view', 'crm.contacts.export'],
        },
      });
    });
  });

  test('tells which projects another role takes, and takes them', async () => {
    await arrangeGrace(served.api);
    await as('Ada', userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('Manager').check();
      await page.getByText('they lose their projects: Atlas, Borealis, Cirrus').waitFor();
      await access(page).click();
      await page.getByText('Only for the role User').waitFor();
      expect(await dialog(page).getByRole('combobox', { name: 'Projects' }).isDisabled()).toBe(true);
      await button(page, 'Save changes').click();
      await page.getByText('Grace Kamau was saved').waitFor();
      expect(await stored('Grace')).toMatchObject({ role: 'manager', projects: [] });
    });
  });

  test('by two at once: the second sees by name what the first has given', async () => {
    const { roles } = await arrangeGrace(served.api);
    await as('Ada', userList, async page => {
      await choose(page, 'Grace Kamau', 'Edit');
      await dialog(page).getByLabel('First name').fill('Gracie');
      await give(served.api, 'Grace', { customRoles: [roles.Sales.id] });
      await button(page, 'Save changes').click();
      const meanwhile = page.getByRole('region', { name: /changed this in the meantime/ });
      await meanwhile.getByText('Sales').waitFor();
      await button(page, 'Save changes').click();
      await page.getByText('Gracie Kamau was saved').waitFor();
      expect(await stored('Grace')).toMatchObject({ firstName: 'Gracie', customRoles: [roles.Sales.id] });
    });
  });

  test('of oneself leaves what one may do as it is', () =>
    as('Ada', userList, async page => {
      await choose(page, 'Ada Okafor', 'Edit');
      await access(page).click();
      await page.getByText('Nobody changes their own access').waitFor();
      await page.getByText('The role Owner holds everything').waitFor();
      expect(await dialog(page).getByRole('combobox', { name: 'Groups' }).isDisabled()).toBe(true);
    }));
});

describe('what they may do, and why', () => {
  const section = (page: Page) => page.getByRole('region', { name: 'What they may do, and why' });

  test('names every source, and finds by it', async () => {
    await arrangeGrace(served.api);
    await as('Ada', pageOf('Grace'), async page => {
      const contacts = section(page).getByRole('row', { name: /See contacts/ });
      await contacts.getByText('Given directly').waitFor();
      await contacts.getByText('Custom role “Support agent”').waitFor();
      await contacts.getByText('Group “Europe” (custom role “Sales”)').waitFor();
      await section(page)
        .getByRole('row', { name: /Order prints/ })
        .getByText('Retired', { exact: true })
        .waitFor();
      await section(page).getByRole('textbox').fill('finance invoices');
      await section(page).getByText('2 permissions').waitFor();
      expect(
        await section(page)
          .getByRole('row', { name: /See contacts/ })
          .count(),
      ).toBe(0);
      await section(page).getByRole('textbox').fill('nothing like it');
      await section(page).getByText('Nothing has “nothing like it” in it.').waitFor();
    });
  });

  test('of an admin is everything, by the role; of somebody inactive nothing works', async () => {
    await arrangeAccess(served.api);
    await alter(served.api, 'Priya', { status: 'inactive' });
    await as('Ada', pageOf('Priya'), async page => {
      await section(page).getByText('Everything in every application').waitFor();
      await section(page).getByText('Role: Admin').first().waitFor();
      await section(page).getByText('None of this works at the moment').waitFor();
    });
  });

  test('is told on focus, by whoever asks with the keyboard', async () => {
    await arrangeGrace(served.api);
    await as('Ada', pageOf('Grace'), async page => {
      const name = button(page, 'See contacts');
      await section(page).getByRole('textbox').focus();
      await page.keyboard.press('Tab');
      await page.getByText('Opens every customer and contact').waitFor({ state: 'visible' });
      expect(await name.getAttribute('aria-describedby')).toBeTruthy();
      await page.keyboard.press('Escape');
      await page.getByText('Opens every customer and contact').waitFor({ state: 'hidden' });
    });
  });
});

test('an owner hands the organization over, once the name was typed, and is an admin', () =>
  as('Ada', userList, async page => {
    await choose(page, 'Hugo Martins', 'Hand over ownership…');
    await dialog(page).getByText('You become an admin at once').waitFor();
    expect(await button(page, 'Hand over ownership').isDisabled()).toBe(true);
    await dialog(page).getByLabel('Type Hugo Martins to confirm').fill('Hugo Martins');
    await button(page, 'Hand over ownership').click();
    await page.getByText('Hugo Martins is an owner now, and you are an admin').waitFor();
    await row(page, 'Hugo Martins').getByText('Owner').waitFor();
    await row(page, 'Ada Okafor').getByText('Admin').waitFor();
    expect(await stored('Ada')).toMatchObject({ role: 'admin' });
    await button(page, 'Actions for Grace Kamau').click();
    expect(await page.getByRole('menuitem', { name: 'Hand over ownership…' }).count()).toBe(0);
  }));

describe('what can be given', () => {
  const role = (id: string, ...permissions: string[]) => ({ id, permissions }) as unknown as CustomRoleView;
  const group = (id: string, contents: number, ...roles: string[]) =>
    ({ id, contents, customRoles: roles.map(each => ({ id: each })) }) as unknown as GroupView;
  const roles = [role('small', 'crm.a'), role('large', 'crm.a', 'crm.b')];
  const can = givableBy({ permissions: new Set(['crm.a']), groups: new Set(['own']) });

  test.for([
    ['one’s own, whatever it gives', group('own', 3, 'large'), true],
    ['one that gives nothing', group('other', 0), true],
    ['one that gives what one holds', group('other', 0, 'small'), true],
    ['not one that gives more', group('other', 0, 'large'), false],
    ['not one with content', group('other', 1), false],
    ['not one with a role that is not known', group('other', 0, 'gone'), false],
  ] as const)('of groups: %s', ([_, one, expected]) => expect(can.group(one, roles)).toBe(expected));

  test('only users have projects, and only what differs is sent', () => {
    const values = { ...nothingGiven, role: 'user', projects: ['prj_1'] };
    expect(rightsSent(values).projects).toEqual(['prj_1']);
    expect(rightsSent({ ...values, role: 'manager' }).projects).toEqual([]);
    expect(rightsChanged({ ...values, role: 'manager' }, nothingGiven)).toEqual({});
    expect(rightsChanged({ ...values, access: 'all' }, nothingGiven)).toEqual({
      access: { mode: 'all' },
      projects: ['prj_1'],
    });
  });
});
