/** The stops of the tour from one organization to the other, and among all that somebody looks after. */

import type { Page } from 'playwright-core';
import { operatorOrganization } from '../../shared/contract/ids.ts';
import type { Session } from '../harness/front.ts';
import type { ConsoleApi } from './api.ts';
import { acme, borealis, password } from './demo.ts';
import { button, dialog } from './locators.ts';
import { arrangeCare, joinAll, turn } from './looked-after.ts';
import { emailOf } from './people.ts';
import type { Arrive, Stop } from './stop.ts';

const users = `/o/${acme}/users`;
const organizations = `/o/${operatorOrganization}/organizations`;
const allUsers = `/o/${operatorOrganization}/all-users`;

const operator = async (api: ConsoleApi): Promise<Session> => (await arrangeCare(api)).operator;

const openSwitcher: Arrive = page =>
  button(page, /Switch organization/)
    .first()
    .click();

const find =
  (typed: string): Arrive =>
  async (page, api) => {
    await openSwitcher(page, api);
    await page.getByLabel('Find an organization').fill(typed);
  };

const switching: Stop[] = [
  { name: 'organizations-switcher', path: users, signedIn: true, narrow: false, arrive: openSwitcher },
  {
    name: 'organizations-switcher-many',
    path: users,
    signedIn: true,
    narrow: false,
    before: async api => {
      await joinAll(api, 'Ada');
      await turn(api, 'suspend', borealis);
    },
    arrive: openSwitcher,
  },
  {
    name: 'organizations-switcher-none',
    path: users,
    signedIn: true,
    narrow: false,
    before: api => joinAll(api, 'Ada'),
    arrive: find('Zanzibar'),
  },
  {
    name: 'organization-suspended',
    path: `/o/${borealis}/users`,
    signedIn: true,
    before: api => turn(api, 'suspend', borealis),
  },
  {
    name: 'organization-suspended-sign-in',
    path: '/sign-in',
    before: api => turn(api, 'suspend', acme),
    arrive: async (page, api) => {
      await page.getByLabel('Email').fill(await emailOf(api, 'Grace'));
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button(page, 'Sign in').click();
      await page.getByText('is suspended').waitFor();
    },
  },
];

/** A stop where an operator is signed in, before whom the customers lie. */
const stop = (name: string, path: string, arrive?: Arrive): Stop => ({ name, path, who: operator, arrive });

const fromMenu =
  (name: string, deed: string): Arrive =>
  async page => {
    await button(page, `Actions for ${name}`).click();
    await page.getByRole('menuitem', { name: deed }).click();
  };

async function suspendFirst(page: Page, api: ConsoleApi): Promise<void> {
  await fromMenu('Alder & Sons', 'Suspend')(page, api);
  await button(page, 'Suspend').click();
  await page.getByText('is suspended.').waitFor();
}

const lookedAfter: Stop[] = [
  stop('organizations', organizations, suspendFirst),
  stop('organizations-none', `${organizations}?q=Zanzibar`),
  {
    ...stop('organizations-problem', organizations),
    before: async api => {
      api.interfere = key => (key === 'list-organizations' ? 'not-allowed' : undefined);
    },
  },
  stop('organization-menu', organizations, page => button(page, 'Actions for Alder & Sons').click()),
  stop('organization-suspend', organizations, async (page, api) => {
    await fromMenu('Alder & Sons', 'Suspend')(page, api);
    await dialog(page).waitFor();
  }),
  stop('organization-new', organizations, async page => {
    await button(page, 'New organization').click();
    await dialog(page).getByRole('combobox', { name: 'Looked after by' }).click();
    await page.getByRole('option', { name: 'Harbor Partners' }).waitFor();
  }),
  stop('organization-new-errors', organizations, async page => {
    await button(page, 'New organization').click();
    await dialog(page).getByLabel('Number of seats').fill('');
    await button(page, 'Create and invite').click();
    await dialog(page).getByText('Name is empty.').first().waitFor();
  }),
  {
    name: 'organizations-of-partner',
    path: '/',
    who: async api => (await arrangeCare(api)).partner.owner,
    arrive: async page => {
      await page.goto(page.url().replace('/overview', '/organizations'));
      await page.getByRole('link', { name: 'Alder & Sons' }).waitFor();
    },
  },
  stop('organization-looked-at', organizations, async (page, api) => {
    await suspendFirst(page, api);
    await page.getByRole('link', { name: 'Alder & Sons' }).click();
    await page.getByText('Suspended since').waitFor();
  }),
];

const all: Stop[] = [
  stop('all-users', allUsers),
  stop('all-users-picker', allUsers, async page => {
    await page.getByRole('combobox', { name: 'Organization' }).click();
    await page.getByRole('option', { name: 'Alder & Sons' }).waitFor();
  }),
  stop('all-users-of-one', allUsers, async page => {
    await page.getByRole('combobox', { name: 'Organization' }).fill('Ald');
    await page.getByRole('option', { name: 'Alder & Sons' }).click();
    await page.getByRole('link', { name: 'Ines Duarte' }).waitFor();
  }),
];

export const stopsAmongOrganizations: Stop[] = [...switching, ...lookedAfter, ...all];
