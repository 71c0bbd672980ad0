/** From one organization to the other, what is shut while one is suspended, and those who look after many. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullPage } from '../../console/api/looked-after.ts';
import { operatorOrganization } from '../../shared/contract/ids.ts';
import { ref } from '../../shared/domain/refs.ts';
import { arrangeOrganization } from '../harness/arrange.ts';
import { ask } from '../harness/front.ts';
import { cookieIn, cookieOf } from './api.ts';
import { withPage } from './browser.ts';
import { acme, borealis, idOf } from './demo.ts';
import { firstLoad } from './first-load.ts';
import { button, dialog, heading, link, row } from './locators.ts';
import { arrangeCare, type Care, inviteTo, joinAll, turn } from './looked-after.ts';
import { lookAt } from './looks.ts';
import { signInAs } from './people.ts';
import { signIn, withSession } from './signed-in.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const switcher = (page: Page) => button(page, /Switch organization/).first();
const choices = (page: Page) => page.getByRole('dialog', { name: 'Your organizations' });
/** Asked in the page: the switcher is open, and its keys work. */
const isAtPresentChoice = () => document.activeElement?.getAttribute('aria-current') === 'true';
const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

describe('the switcher', () => {
  test('leads to the same kind of page by keyboard, without signing in, and the browser remembers where one was', () =>
    asAda(`/o/${acme}/users?tab=pending`, async page => {
      await link(page, 'Vera Lang').waitFor();
      await switcher(page).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(isAtPresentChoice);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.hasAttribute('popovertarget'));
      await page.keyboard.press('Enter');
      await page.waitForFunction(isAtPresentChoice);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/o/${borealis}/users`);
      await link(page, 'Ada Okafor').waitFor();
      expect(await choices(page).count()).toBe(0);
      await page.goto(served.url);
      await page.waitForURL(`**/o/${borealis}/overview`);
      expect(await page.evaluate(() => Object.values(localStorage).join())).not.toMatch(/ey[\w-]+\./);
      expect(asked('sign-in')).toEqual([]);
    }));

  test('leads to the first page where the other organization does not show that kind to the reader', () =>
    asAda('/', async page => {
      const bakery = await arrangeOrganization(served.api.front, { name: 'Bakery' });
      const token = await inviteTo(served.api, 'Ada', bakery);
      await ask(served.api.front, 'accept-invitation', { token }, await signInAs(served.api, 'Ada'));
      await page.goto(`${served.url}/o/${acme}/settings`);
      await heading(page, 'Settings').waitFor();
      await switcher(page).click();
      await choices(page).getByRole('link', { name: 'Bakery' }).click();
      await page.waitForURL(`**/o/${bakery.org}/users/${idOf('Ada')}`);
    }));

  test('finds one among many by a part of its name', async () => {
    await joinAll(served.api, 'Ada');
    await asAda(`/o/${acme}/users`, async page => {
      await switcher(page).click();
      const field = page.getByLabel('Find an organization');
      expect(await field.evaluate(each => each === document.activeElement)).toBe(true);
      await page.keyboard.type('fre');
      await choices(page).getByText('1 organization', { exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await button(page, /^Cascade Freight/).waitFor();
      await choices(page).waitFor({ state: 'detached' });
    });
  });

  test('on a phone it is behind the menu', () =>
    withPage(
      async ({ page, complaints }) => {
        await joinAll(served.api, 'Ada');
        await page.context().addCookies([{ ...(await cookieOf(served.api, 'Ada')), url: served.url }]);
        await page.goto(`${served.url}/o/${acme}/users`);
        await button(page, 'Open menu').click();
        const menu = page.getByRole('dialog', { name: 'Menu' });
        await menu.getByRole('button', { name: /Switch organization/ }).click();
        await choices(page).waitFor();
        expect(await lookAt(page, 'organizations-switcher-narrow', 'phone')).toEqual([]);
        await page.getByLabel('Find an organization').press('Escape');
        await choices(page).waitFor({ state: 'detached' });
        await menu.getByRole('button', { name: /Switch organization/ }).click();
        await choices(page).getByRole('link', { name: 'Borealis Foods' }).click();
        await page.waitForURL(`**/o/${borealis}/users`);
        await menu.waitFor({ state: 'detached' });
        expect(complaints).toEqual([]);
      },
      { viewport: { width: 360, height: 740 } },
    ));

  test('has both organizations once a second invitation was accepted signed in, the new one first', () =>
    withPage(async ({ page, complaints }) => {
      const bakery = await arrangeOrganization(served.api.front, { name: 'Bakery' });
      const token = await inviteTo(served.api, 'Grace', bakery);
      await signIn(page, served, 'Grace');
      await button(page, /Your menu/).waitFor();
      await page.goto(`${served.url}/accept#${token}`);
      await button(page, 'Accept invitation').click();
      await page.getByText('Welcome to Bakery.').waitFor();
      await switcher(page).click();
      await choices(page).locator('[aria-current]', { hasText: 'Bakery' }).waitFor();
      await choices(page).getByRole('link', { name: 'Acme Robotics' }).click();
      await page.waitForURL(`**/o/${acme}/**`);
      expect(asked('sign-in')).toHaveLength(1);
      expect(complaints).toEqual([]);
    }));
});

describe('a suspended organization', () => {
  const isSuspended = (page: Page) => heading(page, 'Borealis Foods is suspended').waitFor();

  test('is shut in the middle of a session, the others are not, and it opens again', () =>
    asAda(`/o/${borealis}/users`, async page => {
      await link(page, 'Ada Okafor').waitFor();
      await turn(served.api, 'suspend', borealis);
      await isSuspended(page);
      await page.getByText('Nothing is lost').waitFor();
      expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').count()).toBe(0);
      await switcher(page).click();
      await choices(page)
        .getByRole('link', { name: /Borealis Foods\s*Suspended/ })
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('main').getByRole('link', { name: 'Acme Robotics' }).click();
      await link(page, 'Priya Shah').waitFor();
      await page.goBack();
      await isSuspended(page);
      await turn(served.api, 'resume', borealis);
      await button(page, 'Look again').click();
      await link(page, 'Ada Okafor').waitFor();
    }));

  test('is nobody’s beginning, and whoever has no other is told so when they sign in', async () => {
    await turn(served.api, 'suspend', acme);
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Grace');
      await heading(page, 'Your organization is suspended').waitFor();
      await button(page, 'Back to sign in').click();
      await signIn(page, served, 'Ada');
      await page.waitForURL(`**/o/${borealis}/overview`);
    });
  });
});

async function asOperator(path: string, use: (page: Page, care: Care) => Promise<void>): Promise<void> {
  const care = await arrangeCare(served.api);
  await withSession(served, care.operator, `/o/${operatorOrganization}/${path}`, page => use(page, care));
}

async function stored(org: Care['customers'][number]['org']) {
  return (await served.api.front.world.directory.get(ref.organization(org)))[0];
}

describe('the organizations of an operator', () => {
  test('are found by the beginning of their name, which stands in the address', () =>
    asOperator('organizations', async page => {
      await link(page, 'Birchwood Clinics').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('al');
      await link(page, 'Birchwood Clinics').waitFor({ state: 'detached' });
      expect(await page.getByRole('table').getByRole('link').allTextContents()).toEqual([
        'Alder & Sons',
        'Alpine Outfitters',
      ]);
      expect(new URL(page.url()).search).toBe('?q=al');
      await page.reload();
      expect(await page.getByLabel('Name begins with').inputValue()).toBe('al');
      await page.getByLabel('Name begins with').fill('zz');
      await heading(page, 'No organization begins with “zz”').waitFor();
      await button(page, 'Show all').click();
      await link(page, 'Birchwood Clinics').waitFor();
    }));

  test('are suspended after a question that says what it means, and resumed at once', () =>
    asOperator('organizations', async (page, { customers: [alder] }) => {
      await button(page, 'Actions for Alder & Sons').click();
      await page.getByRole('menuitem', { name: 'Suspend' }).click();
      await dialog(page).getByText('Its 3 active users are out at their next click').waitFor();
      await dialog(page).getByText('Nothing is deleted').waitFor();
      await button(page, 'Suspend').click();
      await row(page, 'Alder & Sons').getByText('Suspended').waitFor();
      expect(alder && (await stored(alder.org))?.suspendedAt).toBeDefined();
      await link(page, 'Alder & Sons').click();
      await page.getByText('Suspended since').waitFor();
      await link(page, 'Ines Duarte').waitFor();
      await page.goBack();
      await button(page, 'Actions for Alder & Sons').click();
      await page.getByRole('menuitem', { name: 'Resume' }).click();
      await row(page, 'Alder & Sons').getByText('Active').waitFor();
      expect(alder && (await stored(alder.org))?.suspendedAt).toBeUndefined();
    }));

  test('are founded with an owner who is invited, and errors stand at their fields', () =>
    asOperator('organizations', async page => {
      await link(page, 'Birchwood Clinics').waitFor();
      await page.keyboard.press('c');
      const drawer = dialog(page);
      await drawer.getByRole('button', { name: 'Create and invite' }).click();
      await drawer.getByText('Name is empty.', { exact: true }).waitFor();
      expect(await drawer.getByLabel('New users need approval').isDisabled()).toBe(true);
      await drawer.getByLabel('Name', { exact: true }).fill('Beacon Museums');
      await drawer.getByLabel('Number of seats').fill('12 people');
      await drawer.getByRole('combobox', { name: 'Looked after by' }).fill('harb');
      await page.getByRole('option', { name: 'Harbor Partners' }).click();
      await drawer.getByLabel('New users need approval').press(' ');
      await drawer.getByLabel('First name').fill('Olga');
      await drawer.getByLabel('Last name').fill('Founder');
      await drawer.getByLabel('Email').fill('olga.founder@example.com');
      await drawer.getByRole('button', { name: 'Create and invite' }).click();
      await page.getByText('Beacon Museums was created.').waitFor();
      const shown = row(page, 'Beacon Museums');
      await shown.getByText('1 of 12').waitFor();
      await shown.getByText('Harbor Partners').waitFor();
      await shown.getByText('New users need approval').waitFor();
      const names = await page.getByRole('table').getByRole('link').allTextContents();
      expect(names.indexOf('Beacon Museums')).toBe(names.indexOf('Birchwood Clinics') - 1);
      expect(await served.api.front.mailsTo('olga.founder@example.com')).toHaveLength(1);
    }));

  test('say what went wrong, and try again', () =>
    asOperator('organizations', async page => {
      served.api.interfere = key => (key === 'list-organizations' ? 'not-allowed' : undefined);
      await page.reload();
      await page.getByRole('alert').waitFor();
      served.api.interfere = undefined;
      await button(page, 'Try again').click();
      await link(page, 'Birchwood Clinics').waitFor();
    }));
});

test('a partner sees the organizations that it looks after, opens them, and suspends none', async () => {
  const { partner } = await arrangeCare(served.api);
  await withSession(served, partner.owner, `/o/${partner.org}/organizations`, async page => {
    await link(page, 'Alder & Sons').waitFor();
    expect(await page.getByRole('table').getByRole('link').count()).toBe(3);
    expect(await button(page, /Actions for/).count()).toBe(0);
    await link(page, 'Alder & Sons').click();
    await link(page, 'Piotr Zieliński').waitFor();
    await switcher(page).getByText('Looked after by you').waitFor();
    await page.goto(`${served.url}/o/${acme}/users`);
    await heading(page, 'Nothing here').waitFor();
  });
});

describe('the users of all organizations', () => {
  test('are sorted by organization both ways and narrowed to one, in the address; they open', () =>
    asOperator('all-users', async page => {
      const organizations = () => page.locator('tbody td:nth-child(2)').allTextContents();
      await link(page, 'Priya Shah').waitFor();
      expect((await organizations()).at(0)).toBe('Acme Robotics');
      await button(page, 'Organization').click();
      await page.waitForURL(/sort=-organization/);
      await expect.poll(async () => (await organizations()).at(0), { timeout: 5_000 }).toBe('Staff');
      await page.getByRole('combobox', { name: 'Organization' }).fill('ald');
      await page.getByRole('option', { name: 'Alder & Sons' }).click();
      await page.waitForURL(/organization=org_/);
      await page.locator('table:not([data-stale])').getByText('Maya Goldberg').waitFor();
      await page.reload();
      await link(page, 'Maya Goldberg').waitFor();
      expect(await page.getByRole('combobox', { name: 'Organization' }).inputValue()).toBe('Alder & Sons');
      expect(new Set(await organizations())).toEqual(new Set(['Alder & Sons']));
      await page.getByRole('searchbox', { name: 'Search its users' }).fill('gold maya');
      await link(page, 'Ines Duarte').waitFor({ state: 'detached' });
      await page.getByRole('combobox', { name: 'Status' }).selectOption('Archived');
      await page.getByText('Nobody found').waitFor();
      await page.reload();
      await page.getByText('Nobody found').waitFor();
      await page.getByRole('combobox', { name: 'Status' }).selectOption('All but archived');
      await link(page, 'Maya Goldberg').waitFor();
      await link(page, 'Maya Goldberg').click();
      await heading(page, 'Maya Goldberg').waitFor();
    }));

  test('a short answer is no short page', async () => {
    const users = [1, 2, 3, 4, 5].map(at => ({ user: at }) as never);
    const answers = [
      { items: users.slice(0, 1), nextCursor: 'a' },
      { items: [], nextCursor: 'b' },
      { items: users.slice(1, 3), nextCursor: 'c' },
    ];
    const asks: unknown[] = [];
    const page = await fullPage({ limit: 3 }, async (cursor, limit) => {
      asks.push([cursor, limit]);
      return answers[asks.length - 1] ?? { items: [] };
    });
    expect(page).toEqual({ items: users.slice(0, 3), nextCursor: 'c' });
    expect(asks).toEqual([
      [undefined, 3],
      ['a', 2],
      ['b', 2],
    ]);
  });
});

test.for(['organizations', 'all-users'])(
  'the first load of %s is under 200 kB of script, compressed',
  async path => {
    const { operator } = await arrangeCare(served.api);
    const bytes = await firstLoad(served, cookieIn(operator), `/o/${operatorOrganization}/${path}`);
    expect(bytes).toBeLessThan(200_000);
  },
);
