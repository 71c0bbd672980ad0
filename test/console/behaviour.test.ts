import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Time } from '../../shared/contract/text.ts';
import { ref } from '../../shared/domain/refs.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { alter, requestId } from './api.ts';
import { withPage } from './browser.ts';
import { acme, idOf, password, tokenFor } from './demo.ts';
import { button, choose, row } from './locators.ts';
import { knowElsewhere } from './people.ts';
import { openStage } from './stage.ts';

const list = `/o/${acme}/users`;
const inSeconds = (seconds: number) => timeOf(new Date(Date.now() + seconds * 1000));

const { served, as, asked } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);

/** The same invitation, with another end. */
async function inviteUntil(firstName: string, expiresAt: Time): Promise<void> {
  const [user] = await served.api.front.world.directory.get(ref.user(acme, idOf(firstName)));
  await alter(served.api, firstName, { invitation: user?.invitation && { ...user.invitation, expiresAt } });
}

async function fillInvite(page: Page, email: string): Promise<void> {
  await button(page, 'Invite user').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('First name').fill('Nora');
  await drawer.getByLabel('Last name').fill('Quist');
  await drawer.getByLabel('Email').fill(email);
}

describe('signing in', () => {
  test('leads to the page that was wanted, and signing out leads away from everything', () =>
    withPage(async ({ page, complaints }) => {
      await page.goto(`${served.url}${list}?tab=pending`);
      await page.getByLabel('Email').fill('ada.okafor@example.com');
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button(page, 'Sign in').click();
      await page.getByRole('link', { name: 'Vera Lang' }).waitFor();
      expect(new URL(page.url()).search).toBe('?tab=pending');
      const kept = await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      );
      expect(kept).not.toMatch(/access-|refresh-/);

      await button(page, /Your menu/).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.goto(served.url + list);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(complaints).toEqual([]);
    }));

  test('works in a browser whose language is none', () =>
    withPage(async ({ page, complaints }) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'languages', { get: () => ['en-US@posix', 'c_', ''] }),
      );
      await page.goto(served.url + list);
      await page.getByLabel('Email').fill('ada.okafor@example.com');
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button(page, 'Sign in').click();
      await page.getByRole('link', { name: 'Priya Shah' }).waitFor();
      expect(complaints).toEqual([]);
    }));

  test('is asked for again when access was taken away meanwhile', () =>
    asAda(list, async page => {
      await page.getByRole('link', { name: 'Priya Shah' }).waitFor();
      await alter(served.api, 'Ada', {}, { sessionsValidAfter: { version: 999, at: inSeconds(60) } });
      await page.getByText('Your session has ended').waitFor({ timeout: 10_000 });
    }));
});

describe('inviting', () => {
  test('shows the row at once, and one click sends once however often the answer is lost', () =>
    asAda(list, async page => {
      let lost = true;
      served.api.interfere = key => {
        if (key !== 'invite-user' || !lost) return undefined;
        lost = false;
        return 'unavailable';
      };
      await fillInvite(page, 'nora.quist@example.com');
      await button(page, 'Send invitation').click();
      await page.getByText('Not available for a moment').waitFor();
      await button(page, 'Send invitation').click();
      await page.getByRole('link', { name: 'Nora Quist' }).waitFor();
      const keys = asked('invite-user').map(({ headers }) => headers.get('idempotency-key'));
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).toMatch(/^[\w-]{36}$/);
    }));

  test('says at the field what the server refuses, and a corrected wish gets a new key', () =>
    asAda(list, async page => {
      await fillInvite(page, 'priya.shah@example.com');
      await button(page, 'Send invitation').click();
      await page.getByText('Already in this organization').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
      await page.getByRole('dialog').getByLabel('Email').fill('nora.quist@example.com');
      await button(page, 'Send invitation').click();
      await page.getByRole('link', { name: 'Nora Quist' }).waitFor();
      const keys = asked('invite-user').map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys).size).toBe(2);
    }));

  test('does not lose what was typed to Escape, nor to the browser’s back button', () =>
    asAda(list, async page => {
      await page.getByRole('link', { name: /Pending/ }).click();
      await fillInvite(page, 'nora.quist@example.com');
      await page.keyboard.press('Escape');
      await button(page, 'Keep editing').click();
      await page.goBack();
      await button(page, 'Keep editing').click();
      expect(await page.getByRole('dialog').getByLabel('Email').inputValue()).toBe('nora.quist@example.com');
      await page.keyboard.press('Escape');
      await button(page, 'Discard').click();
      await page.getByRole('dialog', { name: 'Invite user' }).waitFor({ state: 'detached' });
    }));
});

describe('the list', () => {
  test('shows an invitation as expired the second it is', async () => {
    const expiresAt = inSeconds(4);
    await inviteUntil('Vera', expiresAt);
    return asAda(`${list}?tab=pending`, async page => {
      await row(page, 'Vera Lang')
        .getByText(/Expires in \ds/)
        .waitFor();
      const left = Date.parse(expiresAt) - Date.now();
      await row(page, 'Vera Lang')
        .getByText('Expired')
        .waitFor({ timeout: left + 1_500 });
    });
  });

  test('shows without a reload that somebody has accepted', () =>
    asAda(`${list}?tab=pending`, async page => {
      await page.getByRole('link', { name: 'Vera Lang' }).waitFor();
      await alter(served.api, 'Vera', { status: 'active' });
      await page.getByRole('link', { name: 'Vera Lang' }).waitFor({ state: 'detached', timeout: 6_000 });
      await page.getByRole('link', { name: 'Active 27' }).waitFor();
    }));

  test('goes from page to page and back, and remembers how many rows to show', () =>
    asAda(list, async page => {
      await page.getByLabel('Rows on a page').selectOption('25');
      await button(page, 'Next').click();
      await page.getByText('Page 2').waitFor();
      await page.getByRole('link', { name: 'Zanele Dlamini' }).waitFor();
      expect(await page.getByRole('link', { name: 'Ada Okafor' }).count()).toBe(0);
      await page.reload();
      await page.getByRole('link', { name: 'Zanele Dlamini' }).waitFor();
      await button(page, 'Previous').click();
      await page.getByRole('link', { name: 'Ada Okafor' }).waitFor();
    }));

  test('says what failed, with the request id, and tries again', () => {
    let down = true;
    served.api.interfere = key => (key === 'list-users' && down ? 'not-allowed' : undefined);
    return asAda(list, async page => {
      await page.getByText('Your role does not allow this').waitFor();
      await page.getByText(requestId).waitFor();
      down = false;
      await button(page, 'Try again').click();
      await page.getByRole('link', { name: 'Ada Okafor' }).waitFor();
    });
  });
});

describe('what is done to a user', () => {
  test('deactivating is taken back by Undo', () =>
    asAda(list, async page => {
      await choose(page, 'Hugo Martins', 'Deactivate');
      await page.getByRole('link', { name: 'Hugo Martins' }).waitFor({ state: 'detached' });
      await button(page, 'Undo').click();
      await page.getByRole('link', { name: 'Hugo Martins' }).waitFor();
    }));

  test('deleting wants the name, names the version that was seen, and gives the focus back', () =>
    asAda(list, async page => {
      await choose(page, 'Hugo Martins', 'Delete…');
      const confirm = button(page, 'Delete user');
      expect(await confirm.isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Actions for Hugo Martins',
      );

      await choose(page, 'Hugo Martins', 'Delete…');
      await page.getByLabel('Type Hugo Martins').fill('Hugo Martins');
      await confirm.click();
      await page.getByRole('link', { name: 'Hugo Martins' }).waitFor({ state: 'detached' });
      expect(asked('delete-user')[0]?.headers.get('if-match')).toBe('"1"');
    }));

  test('an address that bounced is corrected on resending', () =>
    asAda(`${list}?tab=pending`, async page => {
      await choose(page, 'Dmitri Sokolov', 'Resend invitation');
      await page.getByRole('dialog').getByLabel('Email').fill('d.sokolov@example.com');
      await button(page, 'Send invitation').click();
      await row(page, 'Dmitri Sokolov').getByText('d.sokolov@example.com').waitFor();
      await row(page, 'Dmitri Sokolov').getByText('Sending').waitFor();
    }));
});

describe('the keyboard', () => {
  test('c invites, ? helps, and both can be switched off', () =>
    asAda(list, async page => {
      await page.keyboard.press('c');
      await page.getByRole('dialog', { name: 'Invite user' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.getByLabel('Use single-key shortcuts').press(' ');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('c');
      await page.waitForTimeout(300);
      expect(await page.getByRole('dialog').count()).toBe(0);
    }));

  test('Tab leads first to the content', () =>
    asAda(list, async page => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Import');
    }));
});

describe('accepting', () => {
  test('takes the token out of the address, and ends signed in', () =>
    withPage(async ({ page, complaints }) => {
      await page.goto(`${served.url}/accept#${tokenFor('pending')}`);
      await page.getByLabel('Password', { exact: true }).fill(password);
      expect(page.url()).toBe(`${served.url}/accept`);
      await page.getByRole('combobox', { name: 'Country' }).fill('germ');
      await page.getByRole('option', { name: 'Germany' }).click();
      await page.getByLabel('Telephone').fill('030 123456');
      await page.getByLabel(/I accept/).check();
      await button(page, 'Create account').click();
      await page.getByText('Welcome to Acme Robotics').waitFor();
      await page.getByRole('heading', { name: 'Vera Lang' }).waitFor();
      expect(complaints).toEqual([]);
    }));

  test('leads to the first field that needs another look', () =>
    withPage(async ({ page }) => {
      await page.goto(`${served.url}/accept#${tokenFor('pending')}`);
      await button(page, 'Create account').click();
      await page.getByText('Password is empty.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
    }));

  test('by somebody who has an account needs their password, or signing in', async () => {
    await knowElsewhere(served.api, 'Vera');
    return withPage(async ({ page }) => {
      await page.goto(`${served.url}/accept#${tokenFor('pending')}`);
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await button(page, 'Accept invitation').click();
      await page.getByText('Email or password is wrong').waitFor();

      await page.getByRole('link', { name: 'Sign in first' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await page.getByLabel('Email').inputValue()).toBe('vera.lang@example.com');
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button(page, 'Sign in').click();
      await page.getByText('Signed in as').waitFor();
      await button(page, 'Accept invitation').click();
      await page.getByText('Welcome to Acme Robotics').waitFor();
    });
  });

  test('too late by a second says so, in place of the form', async () => {
    await inviteUntil('Vera', inSeconds(3));
    return withPage(async ({ page }) => {
      await page.goto(`${served.url}/accept#${tokenFor('pending')}`);
      await page.getByLabel('Password', { exact: true }).waitFor();
      await page.getByRole('heading', { name: 'This invitation has expired' }).waitFor({ timeout: 6_000 });
    });
  });
});
