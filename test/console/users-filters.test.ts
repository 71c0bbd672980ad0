import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makeGroup, makeGroups, makeProject, makeRoles } from './among-groups.ts';
import { userList } from './among-users.ts';
import { alter, type ConsoleApi } from './api.ts';
import { borealis } from './demo.ts';
import { button, dialog, link } from './locators.ts';
import { enrolApp } from './people.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const names = (page: Page) => page.getByRole('table').getByRole('link').allTextContents();
const showsOnly = (page: Page, ...expected: string[]) => expect.poll(() => names(page)).toEqual(expected);
const chips = (page: Page) => page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
const searchIn = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const says = (page: Page, search: string) => expect.poll(() => searchIn(page)).toBe(search);

/** Sets a filter in the menu to these values. */
async function filter(page: Page, by: string, ...values: string[]): Promise<void> {
  await button(page, 'Filter').first().click();
  await dialog(page).getByRole('button', { name: by, exact: true }).click();
  for (const value of values) await dialog(page).getByLabel(value, { exact: true }).check();
  await page.keyboard.press('Escape');
}

describe('each filter', () => {
  const pending = `${userList}?tab=pending`;
  const longGone = [
    'Ayşe Demir',
    'Chloé Dubois',
    'Emil Novak',
    'Grace Kamau',
    'Hugo Martins',
    'Ravi Iyer',
    'Tom Baker',
  ];
  type Case = {
    by: string;
    values: string[];
    chip: string;
    before?: (api: ConsoleApi) => Promise<unknown>;
    path?: string;
    found: string[];
  };
  test.for<Case>([
    {
      by: 'Role',
      values: ['Owner', 'Admin'],
      chip: 'RoleOwner or Admin',
      found: ['Ada Okafor', 'Luca Bianchi', 'Mei Chen', 'Priya Shah', 'Ravi Iyer'],
    },
    {
      ...{ by: 'Type', values: ['Guest'], chip: 'TypeGuest', found: ['Hugo Martins'] },
      before: api => alter(api, 'Hugo', { home: false }, { home: borealis }),
    },
    {
      ...{ by: 'Group', values: ['Design', 'Support'], chip: 'GroupDesign or Support', before: makeGroups },
      found: ['Grace Kamau', 'Léa Moreau', 'Mei Chen', 'Priya Shah', 'Zanele Dlamini'],
    },
    {
      ...{
        by: 'Project',
        values: ['Apollo'],
        chip: 'ProjectApollo',
        found: ['Léa Moreau', 'Zanele Dlamini'],
      },
      before: api => makeProject(api, 'Apollo', ['Zanele', 'Léa']),
    },
    {
      ...{
        by: 'Custom role',
        values: ['Report reader'],
        chip: 'Custom roleReport reader',
        found: ['Tom Baker'],
      },
      before: async api => {
        const [role] = await makeRoles(api, 'Report reader');
        if (role) await alter(api, 'Tom', { customRoles: [role.id] });
      },
    },
    {
      ...{ by: 'Second factor', values: ['Set up'], chip: 'Second factorSet up', found: ['Grace Kamau'] },
      before: api => enrolApp(api, 'Grace'),
    },
    {
      ...{
        by: 'Approval',
        values: ['Awaiting approval'],
        chip: 'ApprovalAwaiting approval',
        found: ['Hugo Martins'],
      },
      before: api => alter(api, 'Hugo', { approved: false }),
    },
    {
      by: 'Delivery',
      values: ['Bounced', 'Sending'],
      chip: 'DeliverySending or Bounced',
      path: pending,
      found: ['Dmitri Sokolov', 'Pedro Alves', 'Sara Haugen'],
    },
    {
      by: 'Invitation',
      values: ['Cannot be accepted'],
      chip: 'InvitationCannot be accepted',
      path: pending,
      found: ['Carmen Ortiz', 'Isla MacLeod', 'Wen Li'],
    },
    {
      by: 'Last active',
      values: ['More than 90 days ago'],
      chip: 'Last activeMore than 90 days ago',
      found: longGone,
    },
  ])('$by', async ({ by, values, chip, before, path = userList, found }) => {
    await before?.(served.api);
    await as('Ada', path, async page => {
      await filter(page, by, ...values);
      await showsOnly(page, ...found);
      await expect.poll(() => chips(page).allTextContents()).toEqual([chip]);
      await page.reload();
      await showsOnly(page, ...found);
      await button(page, `Remove filter ${by}`).click();
      await expect.poll(() => chips(page).count()).toBe(0);
      await says(page, path === pending ? '?tab=pending' : '');
    });
  });
});

test('filters and words go together, each filter is changed where it stands, and all are reset', async () => {
  await makeGroups(served.api);
  await as('Ada', userList, async page => {
    await filter(page, 'Role', 'User');
    await filter(page, 'Group', 'Support');
    await showsOnly(page, 'Grace Kamau', 'Zanele Dlamini');
    await page.getByLabel('Search users').fill('dla');
    await showsOnly(page, 'Zanele Dlamini');
    await page.getByLabel('Search users').fill('');
    await chips(page).getByRole('button', { name: 'Role' }).first().click();
    await dialog(page).getByLabel('Admin').check();
    await showsOnly(page, 'Grace Kamau', 'Mei Chen', 'Priya Shah', 'Zanele Dlamini');
    await page.keyboard.press('Escape');
    expect(searchIn(page)).toContain('role=admin&role=user&group=grp_');
    await button(page, 'Reset filters').click();
    await says(page, '');
  });
});

test('somebody is looked for from a day to a day', () =>
  as('Ada', userList, async page => {
    await filter(page, 'Last active');
    await button(page, 'Filter').first().click();
    await dialog(page).getByRole('button', { name: 'Last active' }).click();
    await dialog(page).getByLabel('To', { exact: true }).fill('2020-01-31');
    await page.getByText('Nobody matches').waitFor();
    await says(page, '?active=..2020-01-31');
    await dialog(page).getByLabel('From').fill('2020-02-01');
    await page.getByText('The first day comes after the last.').waitFor();
    await says(page, '?active=..2020-01-31');
    await dialog(page).getByLabel('To', { exact: true }).fill('');
    await says(page, '?active=2020-02-01..');
    await expect.poll(async () => (await names(page)).length).toBeGreaterThan(20);
    expect(await names(page)).not.toContain('Zanele Dlamini');
  }));

test('filters are set by keyboard alone', () =>
  as('Ada', userList, async page => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('table').waitFor();
    await button(page, 'Filter').focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Role');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('group', { name: 'Type' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('Nobody matches').waitFor();
    await button(page, 'All filters').press('Enter');
    await expect.poll(focused).toBe('Type1');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Filter');
    await button(page, 'Remove filter Type').press('Enter');
    await expect.poll(focused).toBe('Filter');
  }));

test('of many groups, one is found by typing', async () => {
  for (const name of 'Alpha,Beta,Gamma,Delta,Epsilon,Zeta,Eta,Theta,Iota'.split(',')) {
    await makeGroup(served.api, name, name === 'Iota' ? ['Tom'] : []);
  }
  await as('Ada', userList, async page => {
    await button(page, 'Filter').click();
    await dialog(page).getByRole('button', { name: 'Group' }).click();
    await dialog(page).getByLabel('Search groups').fill('io');
    await expect.poll(() => dialog(page).getByRole('checkbox').count()).toBe(1);
    await dialog(page).getByLabel('Iota').check();
    await showsOnly(page, 'Tom Baker');
  });
});

test('a group that is no longer there is told of, and nobody is found', () =>
  as('Ada', `${userList}?group=grp_${'0'.repeat(26)}`, async page => {
    await page.getByText('Nobody matches').waitFor();
    await expect.poll(() => chips(page).allTextContents()).toEqual(['GroupNo longer there']);
    await link(page, /^Pending/).click();
    await page.getByText('Nobody matches').waitFor();
  }));
