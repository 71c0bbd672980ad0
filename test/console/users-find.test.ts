import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { userList } from './among-users.ts';
import { button, choose, dialog, link } from './locators.ts';
import { openStage } from './stage.ts';

const { as } = openStage();

const names = (page: Page) => page.getByRole('table').getByRole('link').allTextContents();
const showsOnly = (page: Page, ...expected: string[]) => expect.poll(() => names(page)).toEqual(expected);
const showsMany = (page: Page) => expect.poll(async () => (await names(page)).length).toBeGreaterThan(20);
const search = (page: Page) => page.getByLabel('Search users');
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const searchIn = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const says = (page: Page, search: string) => expect.poll(() => searchIn(page)).toBe(search);
const onList = /\/v1\/organizations\/\w+\/users\?/;

describe('looking for words', () => {
  test('finds whoever has words that begin so, and says so in the address', () =>
    as('Ada', userList, async page => {
      await page.getByRole('table').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('fern MAT');
      await showsOnly(page, 'Mateo Fernández');
      await says(page, '?q=fern+MAT');
      await page.keyboard.press('Escape');
      await showsMany(page);
      await says(page, '');
    }));

  test('says that nobody matches, and begins anew', () =>
    as('Ada', `${userList}?q=xyz&role=admin`, async page => {
      await page.getByText('Nobody matches').waitFor();
      await page.getByText('found by “xyz”').waitFor();
      expect(await search(page).inputValue()).toBe('xyz');
      await button(page, 'Reset filters').last().click();
      await showsMany(page);
      await says(page, '');
      expect(await search(page).inputValue()).toBe('');
    }));

  test('goes from tab to tab, whose counts stay those of everybody', () =>
    as('Ada', `${userList}?q=a`, async page => {
      const tabs = page.getByRole('navigation', { name: 'Users by status' }).getByRole('link');
      await expect.poll(() => tabs.allTextContents()).toEqual(['Active26', 'Pending8', 'Archived2']);
      await link(page, /^Archived/).click();
      await showsOnly(page, 'Alma Reyes');
      await says(page, '?tab=archived&q=a');
      expect(await tabs.allTextContents()).toEqual(['Active26', 'Pending8', 'Archived2']);
    }));
});

describe('an address', () => {
  test('that makes no sense shows the list', () =>
    as(
      'Ada',
      `${userList}?role=king&group=x&active=soon&sort=shoe&columns=hat&cursor=nowhere`,
      async page => {
        await showsMany(page);
        await says(page, '');
        expect(await heading(page, 'Name').getAttribute('aria-sort')).toBe('ascending');
      },
    ));

  test('shows a colleague the same list', () =>
    as('Priya', `${userList}?role=admin&role=owner&sort=-email&columns=email`, async page => {
      await showsOnly(page, 'Ravi Iyer', 'Priya Shah', 'Mei Chen', 'Luca Bianchi', 'Ada Okafor');
      await page.getByText('Owner or Admin').waitFor();
      expect(await heading(page, 'Email').getAttribute('aria-sort')).toBe('descending');
      expect(await heading(page, 'Role').count()).toBe(0);
    }));
});

test('headings sort, upwards and then downwards', () =>
  as('Ada', `${userList}?columns=role,username,lastActiveAt`, async page => {
    await showsMany(page);
    await heading(page, 'Role').getByRole('button').click();
    await expect.poll(async () => (await names(page))[0]).toBe('Ada Okafor');
    expect(await heading(page, 'Role').getAttribute('aria-sort')).toBe('ascending');
    expect(await heading(page, 'Name').getAttribute('aria-sort')).toBe(null);
    await heading(page, 'Role').getByRole('button').click();
    await expect.poll(async () => (await names(page)).at(-1)).toBe('Ada Okafor');
    await says(page, '?sort=-role&columns=username,role,lastActiveAt');
    await heading(page, 'Last active').getByRole('button').click();
    await expect.poll(async () => (await names(page))[0]).toBe('Zanele Dlamini');
    await heading(page, 'Username').getByRole('button').click();
    await says(page, '?sort=username&columns=username,role,lastActiveAt');
  }));

test('columns are chosen, and are as usual again', () =>
  as('Ada', userList, async page => {
    await showsMany(page);
    const headings = page.getByRole('columnheader');
    const usual = await headings.allTextContents();
    await button(page, 'Columns').click();
    for (const name of ['Email', 'Type', 'Approved']) await dialog(page).getByLabel(name).check();
    for (const name of ['2FA', 'Groups', 'Projects']) await dialog(page).getByLabel(name).uncheck();
    await says(page, '?columns=email,role,status,approved,type,lastActiveAt');
    await expect
      .poll(() => headings.allTextContents())
      .toEqual(expect.arrayContaining(['Email', 'Type', 'Approved']));
    expect(await headings.allTextContents()).not.toContain('Groups');
    await page.getByText('Own account').first().waitFor();
    await button(page, 'As usual').click();
    await says(page, '');
    await expect.poll(() => headings.allTextContents()).toEqual(usual);
  }));

describe('a page that is short and not the last', () => {
  /** The server finds nobody until it is asked for the `after`th time. */
  async function foundLate(page: Page, after: number): Promise<() => number> {
    let asked = 0;
    await page.route(onList, async route => {
      const url = new URL(route.request().url());
      if (!url.searchParams.has('q')) return route.continue();
      asked += 1;
      if (asked < after) {
        await new Promise(resolve => setTimeout(resolve, 200));
        return route.fulfill({ json: { items: [], nextCursor: `after-${asked}` } });
      }
      url.searchParams.delete('cursor');
      return route.fulfill({ response: await route.fetch({ url: url.href }) });
    });
    return () => asked;
  }

  test('goes on by itself', () =>
    as('Ada', userList, async page => {
      await foundLate(page, 5);
      await search(page).fill('mateo');
      await page.getByText('Looking further…').waitFor();
      await showsOnly(page, 'Mateo Fernández');
      expect(await page.getByText('Looking further…').count()).toBe(0);
      await says(page, '?q=mateo');
    }));

  test('asks after ten times whether to go on', () =>
    as('Ada', userList, async page => {
      const asked = await foundLate(page, 14);
      await search(page).fill('mateo');
      await page.getByText('Nobody found so far').waitFor();
      expect(asked()).toBe(10);
      await button(page, 'Look further').click();
      await showsOnly(page, 'Mateo Fernández');
      expect(asked()).toBe(14);
      expect(await page.getByText('Nobody matches').count()).toBe(0);
    }));

  test('shows whom it has found, and leads on from there', () =>
    as('Ada', userList, async page => {
      await page.route(onList, async route => {
        const url = new URL(route.request().url());
        const cursor = url.searchParams.get('cursor');
        if (!url.searchParams.has('q')) return route.continue();
        if (cursor && cursor !== 'after-10') {
          const at = Number(cursor.split('-')[1]) + 1;
          return route.fulfill({ json: { items: [], nextCursor: `after-${at}` } });
        }
        url.searchParams.set('q', cursor ? 'priya' : 'mateo');
        url.searchParams.delete('cursor');
        const { items } = await (await route.fetch({ url: url.href })).json();
        return route.fulfill({ json: { items, ...(!cursor && { nextCursor: 'after-1' }) } });
      });
      await search(page).fill('somebody');
      await page.getByText('There may be more.').waitFor();
      await showsOnly(page, 'Mateo Fernández');
      await button(page, 'Look further').click();
      await showsOnly(page, 'Priya Shah');
      await button(page, 'Previous').click();
      await showsOnly(page, 'Mateo Fernández');
    }));
});

describe('what was written', () => {
  test('shows at once, though the list lags behind', () =>
    as('Ada', `${userList}?role=admin&sort=-name`, async page => {
      await showsOnly(page, 'Ravi Iyer', 'Priya Shah', 'Mei Chen', 'Luca Bianchi');
      let stale: Buffer | undefined;
      await page.route(onList, async route => {
        stale ??= await (await route.fetch()).body();
        await route.fulfill({ body: stale, contentType: 'application/json' });
      });
      const before = page.waitForResponse(onList);
      await page.reload();
      await before;
      // The counts move, and the list is asked again.
      const again = page.waitForResponse(onList);
      await choose(page, 'Mei Chen', 'Deactivate');
      await showsOnly(page, 'Ravi Iyer', 'Priya Shah', 'Luca Bianchi');
      await again;
      await showsOnly(page, 'Ravi Iyer', 'Priya Shah', 'Luca Bianchi');
      await button(page, 'Undo').click();
      await showsOnly(page, 'Ravi Iyer', 'Priya Shah', 'Mei Chen', 'Luca Bianchi');
    }));
});
