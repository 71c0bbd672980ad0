/** Who is in a group: one by one, several at once, and by a job that tells what became of each. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  choosePeople,
  groupAt,
  jobList,
  makeGroup,
  makeJob,
  many,
  moveJob,
  namedOf,
  outcomes,
} from './among-groups.ts';
import { alter } from './api.ts';
import { idOf } from './demo.ts';
import { button, dialog, heading, row } from './locators.ts';
import { emailOf } from './people.ts';
import { openStage } from './stage.ts';

const { served, as, asked } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

describe('members of a group', () => {
  test('are found by typing and added several at once; whoever cannot be says why', async () => {
    const group = await makeGroup(served.api, 'Support', ['Mei']);
    await asAda(groupAt(group), async page => {
      await choosePeople(page, 'Grace Kamau', 'Noah Weiss');
      const search = dialog(page).getByLabel('Search people');
      await search.fill('mei');
      const mei = dialog(page).getByRole('checkbox', { name: 'Mei Chen' });
      expect(await mei.isDisabled()).toBe(true);
      await page.getByText('In the group already').waitFor();
      await search.fill('ada');
      await page.getByText('Nobody changes their own access').waitFor();
      await button(page, 'Do not add Noah Weiss').click();
      await search.fill('hugo');
      await dialog(page).getByRole('checkbox', { name: 'Hugo Martins' }).press(' ');
      await button(page, 'Add 2 people').click();
      await page.getByText('2 people were added to Support.').waitFor();
      await row(page, 'Hugo Martins').waitFor();
      await page.getByRole('link', { name: 'Members (3)' }).waitFor();
    });
    expect(asked('change-group-members')).toEqual([]);
    expect(await namedOf(served.api, 'Grace', 'groups')).toEqual([group.id]);
    expect(await namedOf(served.api, 'Noah', 'groups')).toEqual([]);
  });

  test('are removed, which Undo takes back', async () => {
    const group = await makeGroup(served.api, 'Support', ['Grace', 'Noah']);
    await asAda(groupAt(group), async page => {
      await button(page, 'Remove Grace Kamau').click();
      await page.getByText('Grace Kamau was removed from Support.').waitFor();
      await row(page, 'Grace Kamau').waitFor({ state: 'detached' });
      await button(page, 'Undo').click();
      await page.getByText('Grace Kamau was added to Support.').waitFor();
      await row(page, 'Grace Kamau').waitFor();
    });
    expect(await namedOf(served.api, 'Grace', 'groups')).toEqual([group.id]);
  });

  test('are removed several at once; those who are refused stay, with the reason', async () => {
    const group = await makeGroup(served.api, 'Support', ['Grace', 'Noah', 'Zanele']);
    await as('Mateo', groupAt(group), async page => {
      await page.getByLabel('Select everybody on this page').check();
      await page.getByText('3 selected').waitFor();
      await alter(served.api, 'Zanele', { role: 'admin' });
      await button(page, 'Remove').last().click();
      await page.getByText('2 people were removed from Support.').waitFor();
      await page.getByText('Zanele Dlamini: That role is above what you may manage').waitFor();
      expect(await page.getByRole('row').count()).toBe(2);
      await button(page, 'Undo').click();
      await page.getByText('2 people were added to Support.').waitFor();
    });
    expect(await namedOf(served.api, 'Noah', 'groups')).toEqual([group.id]);
  });

  test('who stand above cannot be chosen', async () => {
    const group = await makeGroup(served.api, 'Support', ['Priya', 'Noah']);
    await as('Mateo', groupAt(group), async page => {
      expect(await page.getByLabel('Select Priya Shah').isDisabled()).toBe(true);
      expect(await button(page, 'Remove Priya Shah').count()).toBe(0);
      await choosePeople(page, 'Omar Farouk');
      await dialog(page).getByLabel('Search people').fill('ada');
      await dialog(page).getByRole('checkbox', { name: 'Omar Farouk' }).waitFor({ state: 'detached' });
      await page.getByText('Their role is above what you may manage').waitFor();
    });
  });
});

describe('many members of a group', () => {
  test('are added by a job from a pasted list; what became of each is told', async () => {
    const group = await makeGroup(served.api, 'Support', ['Mei']);
    const emails = await Promise.all(['Grace', 'Noah', 'Mei'].map(one => emailOf(served.api, one)));
    await asAda(groupAt(group), async page => {
      await button(page, 'Add people').first().click();
      await button(page, 'Paste a list').click();
      await page.waitForFunction(() => document.activeElement?.matches('textarea'));
      const list = [...emails, 'nobody@example.com', idOf('Hugo')].join('\n');
      await dialog(page).getByLabel('Addresses or ids').fill(list);
      await button(page, 'Look them up').click();
      await page.getByText('3 people can be added').waitFor();
      await page.getByText('Nobody here has this address or id').waitFor();
      expect(asked('change-group-members')).toEqual([]);
      await button(page, 'Add 3 people').click();
      const card = page.getByRole('listitem').filter({ hasText: 'Members of Support' });
      await card.getByText('3 of 3').waitFor();
      await row(page, 'Hugo Martins').waitFor();
      await card.getByRole('link', { name: 'What became of each' }).click();
      await heading(page, 'Members of Support').waitFor();
      await row(page, 'Grace Kamau').getByText('Done').waitFor();
    });
    expect(await namedOf(served.api, 'Hugo', 'groups')).toEqual([group.id]);
  });

  test('are removed by a job when more than twenty are chosen, after a question', async () => {
    const group = await makeGroup(served.api, 'Everybody', many);
    await asAda(groupAt(group), async page => {
      await page.getByLabel('Select everybody on this page').check();
      await button(page, 'Remove').last().click();
      await button(page, 'Remove 24 people').click();
      await page.getByText('24 of 24').waitFor();
      await page.getByText('Nobody is in this group yet').waitFor();
      await button(page, 'Dismiss').click();
      expect(await page.getByText('24 of 24').count()).toBe(0);
    });
    expect(asked('remove-group-member')).toEqual([]);
  });

  test('show how far their job is, also to whoever comes back to the page', async () => {
    const group = await makeGroup(served.api, 'Support');
    const job = await makeJob(served.api, group);
    await asAda(groupAt(group), async page => {
      await page.getByText('342 of 1,204 · 2 skipped').waitFor();
      await page.getByRole('link', { name: 'Users' }).click();
      await heading(page, 'Users').waitFor();
      await page.getByRole('link', { name: 'Groups' }).click();
      await page.getByRole('link', { name: 'Support' }).click();
      const bar = page.getByRole('progressbar', { name: 'Progress: Members of Support' });
      await bar.waitFor();
      const progress = { done: 900, failed: 1, skipped: 2, total: 1204 };
      await moveJob(served.api, job, { progress });
      await page.getByText('903 of 1,204 · 2 skipped · 1 failed').waitFor();
      expect(await bar.getAttribute('value')).toBe('903');
      await moveJob(served.api, job, { state: 'done', finishedAt: served.api.front.world.clock.now() });
      await button(page, 'Dismiss').waitFor();
    });
  });
});

test('jobs tell what became of each while they run, newest first', async () => {
  const group = await makeGroup(served.api, 'Support');
  await makeJob(served.api, { ...group, name: 'Design' }, { state: 'done' });
  const job = await makeJob(served.api, group, {}, outcomes);
  await asAda(jobList, async page => {
    const rows = page.getByRole('row');
    await rows.nth(2).waitFor();
    expect((await rows.allTextContents()).map(text => text.slice(0, 18))).toEqual([
      'WhatStateProgressS',
      'Members of Support',
      'Members of DesignD',
    ]);
    await page.getByRole('link', { name: 'Members of Support' }).click();
    await row(page, 'Mateo Fernández').getByText('Is in the group already.').waitFor();
    await row(page, 'Yuki Tanaka').getByText('Failed').waitFor();
    await row(page, 'Noah Weiss').getByText('Waiting').waitFor();
    await moveJob(served.api, job, { state: 'failed', finishedAt: served.api.front.world.clock.now() });
    await page.getByText('Stopped').waitFor();
  });
});
