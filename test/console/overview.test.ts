/** The overview: its numbers are those of the lists they lead to, and its plot is read without eyes and without a mouse. */
import { describe, expect, test } from 'vitest';
import { keepDays, overview } from './among-overview.ts';
import { alter } from './api.ts';
import { acme, borealis } from './demo.ts';
import { button, dialog, heading, link } from './locators.ts';
import { enrolApp } from './people.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

describe('a number leads to the list that has as many:', () => {
  test.for<[string | RegExp, (words: string) => number]>([
    [/cannot be reached/, Number.parseInt],
    [/awaits approval/, Number.parseInt],
    [/have never signed in/, Number.parseInt],
    [/^\d+ with$/, Number.parseInt],
    [/^\d+ without$/, Number.parseInt],
    [/^\d+ active$/, Number.parseInt],
    [/open invitations$/, Number.parseInt],
  ])('%s', async ([name, numberIn]) => {
    await alter(served.api, 'Hugo', { approved: false });
    await enrolApp(served.api, 'Grace');
    await enrolApp(served.api, 'Priya');
    await as('Ada', overview, async page => {
      const count = numberIn((await link(page, name).textContent()) ?? '');
      expect(count).toBeGreaterThan(0);
      await link(page, name).click();
      await heading(page, 'Users').waitFor();
      // The first row has the headings.
      await expect.poll(() => page.getByRole('row').count()).toBe(1 + count);
    });
  });

  test.for(['Active', 'Pending', 'Inactive', 'Archived'])('%s', async name => {
    await as('Ada', overview, async page => {
      const named = link(page, new RegExp(`^${name}$`));
      const item = page.getByRole('listitem').filter({ has: named });
      const count = Number.parseInt(((await item.textContent()) ?? '').replace(name, ''), 10);
      expect(count).toBeGreaterThan(0);
      await named.click();
      await heading(page, 'Users').waitFor();
      await expect.poll(() => page.getByRole('row').count()).toBe(1 + count);
    });
  });
});

test('the plot is read by keyboard, and as a table', async () => {
  await keepDays(served.api);
  await as('Ada', overview, async page => {
    const slider = page.getByRole('slider', { name: 'Numbers of a day' });
    await slider.focus();
    const read = () => slider.getAttribute('aria-valuetext');
    await page.keyboard.press('Home');
    const first = await read();
    expect(first).toMatch(/: \d+ sent, \d+ accepted, \d+ expired, \d+ bounced$/);
    await page.keyboard.press('ArrowRight');
    expect(await read()).not.toBe(first);
    const rows = page.getByRole('table', { name: /Invitations by day/ }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(31);
    const cells = await rows.nth(1).getByRole('cell').allTextContents();
    expect(cells).toEqual(first?.replace(/^.*: /, '').match(/\d+/g));
  });
});

test('ninety days are one click away, and a link has them', async () => {
  await keepDays(served.api);
  await as('Ada', overview, async page => {
    await link(page, '90 days').click();
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(91);
    expect(new URL(page.url()).search).toBe('?days=90');
    await page.reload();
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(91);
  });
});

test('where all is well, it says so; where nobody is, it offers the first invitation', async () => {
  await as('Ada', `/o/${borealis}/overview`, async page => {
    await page.getByText('Nothing needs attention').waitFor();
    await link(page, 'Invite somebody').click();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.reload();
    await heading(page, 'Users').waitFor();
    expect(await dialog(page).count()).toBe(0);
  });
});

test('what cannot be loaded is told, and asked for again', async () => {
  let isDown = true;
  served.api.interfere = key => (isDown && key === 'get-overview' ? 'unavailable' : undefined);
  await as('Ada', overview, async page => {
    await page.getByRole('alert').waitFor();
    isDown = false;
    await button(page, 'Try again').click();
    await heading(page, 'Needs attention').waitFor();
  });
});

test('whoever sees no users sees no overview, and the rail does not offer it', async () => {
  await as('Léa', `/o/${acme}/overview`, async page => {
    expect(await link(page, 'Overview').count()).toBe(0);
    expect(asked('get-overview')).toEqual([]);
  });
});
