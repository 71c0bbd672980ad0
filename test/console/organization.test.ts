/** Settings that two people edit at once, and signing out when nobody is there. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Organization } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import { cookieOf } from './api.ts';
import { withPage } from './browser.ts';
import { acme } from './demo.ts';
import { button } from './locators.ts';
import { openStage } from './stage.ts';

const { served } = openStage();

async function change(different: Partial<Organization>): Promise<void> {
  const { directory } = served.api.front.world;
  const [before] = await directory.get(ref.organization(acme));
  if (!before) throw new Error('the demo has an organization');
  const result = await directory.commit({
    changes: [{ do: 'update', before, after: next(before, different) }],
    events: [],
  });
  expect(result.ok).toBe(true);
}

async function stored(): Promise<Organization | undefined> {
  return (await served.api.front.world.directory.get(ref.organization(acme)))[0];
}

async function asAda(path: string, use: (page: Page) => Promise<void>, clock = false): Promise<void> {
  await withPage(async ({ page, complaints }) => {
    if (clock) await page.clock.install();
    await page.context().addCookies([{ ...(await cookieOf(served.api, 'Ada')), url: served.url }]);
    await page.goto(served.url + path);
    await page.locator('h1').first().waitFor();
    await use(page);
    expect(complaints).toEqual([]);
  });
}

test('settings are saved together, and what is wrong stands at its field', () =>
  asAda(`/o/${acme}/settings`, async page => {
    await page.getByLabel('Website').fill('not a website');
    await page.getByLabel('Allowed email domains').fill('Example.com, example.org ');
    await page.getByLabel('Allowed email domains').press('Enter');
    await button(page, 'Save changes').click();
    await page.getByText('is not an address such as').waitFor();
    await page.getByLabel('Website').fill('https://acme.example.com');
    await button(page, 'Save changes').click();
    await page.getByText('Settings saved').waitFor();
    expect(await stored()).toMatchObject({
      company: { website: 'https://acme.example.com' },
      allowedEmailDomains: ['example.com', 'example.org'],
    });
  }));

test('of two who edit at once the second sees what the first has saved, and loses nothing', () =>
  asAda(`/o/${acme}/settings`, async page => {
    await page.getByLabel('Name', { exact: true }).fill('Acme Robots');
    await page.getByLabel('Address').fill('1 Main Street');
    await change({ name: 'Acme Automata', idleSignOutMinutes: 30 });
    await button(page, 'Save changes').click();
    const meanwhile = page.getByRole('region', { name: /changed this in the meantime/ });
    await meanwhile.getByText('Acme Automata').waitFor();
    expect(await meanwhile.textContent()).toContain('Acme Robots');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Acme Robots');
    expect(await page.getByLabel('Sign out when idle').inputValue()).toBe('30');
    await button(page, 'Take theirs').click();
    await button(page, 'Save changes').click();
    await page.getByText('Settings saved').waitFor();
    expect(await stored()).toMatchObject({
      name: 'Acme Automata',
      company: { address: '1 Main Street' },
      idleSignOutMinutes: 30,
    });
  }));

test('what was typed into the settings is not lost to a click elsewhere', () =>
  asAda(`/o/${acme}/settings`, async page => {
    await page.getByLabel('Address').fill('1 Main Street');
    await page.getByRole('link', { name: 'Users' }).click();
    await button(page, 'Keep editing').click();
    expect(await page.getByLabel('Address').inputValue()).toBe('1 Main Street');
  }));

test('nobody at the keyboard is warned, and then signed out; a hand on it counts', async () => {
  await change({ idleSignOutMinutes: 15 });
  await asAda(
    `/o/${acme}/settings`,
    async page => {
      await page.getByText('15 minutes').first().waitFor({ state: 'attached' });
      await page.clock.fastForward('14:30');
      await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor();
      await button(page, 'Stay signed in').click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.clock.fastForward('13:00');
      await page.mouse.move(200, 200);
      await page.clock.fastForward('13:00');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.clock.fastForward('03:00');
      await page.getByText('signed out because nobody').waitFor();
    },
    true,
  );
});
