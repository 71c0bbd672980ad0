/** Signing in with everything that may be asked besides the password, and coming in where something is still missing. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ref } from '../../shared/domain/refs.ts';
import { timeOf } from '../../shared/domain/time.ts';
import { ask } from '../harness/front.ts';
import { alter } from './api.ts';
import { withPage } from './browser.ts';
import { acme, idOf, password, tokenFor } from './demo.ts';
import { button, heading } from './locators.ts';
import { askForEmail, codeNow, emailOf, enrolApp, knowElsewhere, signInAs } from './people.ts';
import { signIn, withSession } from './signed-in.ts';
import { openStage } from './stage.ts';

const { served, asked } = openStage();

const now = () => timeOf(new Date());
const users = `/o/${acme}/users`;

/** Everything that outlives the page, or can be read beside it. */
const kept = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));

describe('a second factor', () => {
  test('is asked for as a code, and leads to the page that was wanted', async () => {
    const { secret } = await enrolApp(served.api, 'Priya');
    await withPage(async ({ page, complaints }) => {
      await signIn(page, served, 'Priya', `${users}?tab=pending`);
      await page.getByLabel('Code').fill('000 000');
      await button(page, 'Continue').click();
      await page.getByText('That was not the right answer').waitFor();
      await page.getByLabel('Code').fill(codeNow(secret));
      await button(page, 'Continue').click();
      await page.getByRole('link', { name: 'Vera Lang' }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('can be replaced by a recovery code, with the password that was typed a moment ago', async () => {
    const { recoveryCodes } = await enrolApp(served.api, 'Priya');
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Priya');
      await button(page, 'Use a recovery code').click();
      expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
      expect(await kept(page)).not.toContain(password);
      await page.getByLabel('Recovery code').fill((recoveryCodes[3] ?? '').toUpperCase());
      await button(page, 'Sign in').click();
      await page.getByText('You have 9 left').waitFor();
      await heading(page, 'Overview').waitFor();
    });
  });

  test('is still asked for after a reload, which has forgotten the password', async () => {
    const { recoveryCodes } = await enrolApp(served.api, 'Priya');
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Priya');
      await page.getByLabel('Code').waitFor();
      await page.reload();
      await page.getByLabel('Code').waitFor();
      await button(page, 'Use a recovery code').click();
      await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
      await button(page, 'Sign in').click();
      await page.getByText('Password is empty').waitFor();
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button(page, 'Sign in').click();
      await heading(page, 'Overview').waitFor();
    });
  });

  test('can be given up for a fresh start, which knows the address', async () => {
    await enrolApp(served.api, 'Priya');
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Priya');
      await button(page, 'Start again').click();
      await heading(page, 'Sign in').waitFor();
      expect(await page.getByLabel('Email').inputValue()).toBe(await emailOf(served.api, 'Priya'));
    });
  });
});

describe('who does not get in is told why', () => {
  test('a new password is required: a link comes on a click', async () => {
    await alter(served.api, 'Hugo', {}, { passwordResetRequiredAt: now() });
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Hugo');
      await heading(page, 'Choose a new password').waitFor();
      await button(page, 'Send me a link').click();
      await heading(page, 'Check your inbox').waitFor();
      const mails = await served.api.front.mailsTo(await emailOf(served.api, 'Hugo'));
      expect(mails.at(-1)?.text).toContain('/reset#');
    });
  });

  test('an approval is awaited: nothing is wrong, and nothing looks like it', async () => {
    await alter(served.api, 'Hugo', { approved: false });
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Hugo');
      await heading(page, 'Waiting for approval').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Waiting for approval');
      await button(page, 'Back to sign in').click();
      expect(await page.getByLabel('Email').inputValue()).toBe(await emailOf(served.api, 'Hugo'));
    });
  });

  test('too many attempts: when to try again', async () => {
    const email = await emailOf(served.api, 'Hugo');
    for (let times = 0; times < 10; times++)
      await ask(served.api.front, 'sign-in', { email, password: 'wrong' });
    await withPage(async ({ page }) => {
      await signIn(page, served, 'Hugo');
      await page.getByText(/Try again in \d+ minutes?\./).waitFor();
    });
  });
});

describe('accepting', () => {
  test('with an account and a second factor asks for both, and comes back', async () => {
    await knowElsewhere(served.api, 'Vera');
    const { secret } = await enrolApp(served.api, 'Vera');
    await withPage(async ({ page }) => {
      await page.goto(`${served.url}/accept#${tokenFor('pending')}`);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button(page, 'Accept invitation').click();
      await page.getByLabel('Code').fill(codeNow(secret));
      await button(page, 'Continue').click();
      await page.getByText('Signed in as').waitFor();
      await button(page, 'Accept invitation').click();
      await page.getByText('Welcome to Acme Robotics').waitFor();
    });
  });

  test('ends calmly where a partner must approve, and lets whoever has another organization go on', async () => {
    await knowElsewhere(served.api, 'Vera');
    await alter(served.api, 'Vera', { approved: false });
    await withSession(
      served,
      await signInAs(served.api, 'Vera'),
      `/accept#${tokenFor('pending')}`,
      async page => {
        await page.evaluate(() => localStorage.setItem('tenantry-signed-in', 'yes'));
        await page.reload();
        await button(page, 'Accept invitation').click();
        await heading(page, 'You have joined Acme Robotics').waitFor();
        expect(await page.getByRole('alert').count()).toBe(0);
      },
    );
  });
});

describe('a new address', () => {
  test('is confirmed by a button and by nothing less', async () => {
    const token = await askForEmail(served.api, 'Hugo', 'hugo@example.org');
    const present = async () =>
      (await served.api.front.world.directory.get(ref.person(idOf('Hugo'))))[0]?.email;
    await withPage(async ({ page, complaints }) => {
      await page.goto(`${served.url}/confirm-email#${token}`);
      await button(page, 'Confirm').waitFor();
      expect(page.url()).toBe(`${served.url}/confirm-email`);
      expect(await present()).not.toBe('hugo@example.org');
      await button(page, 'Confirm').click();
      await page.getByText('you sign in with hugo@example.org').waitFor();
      expect(await present()).toBe('hugo@example.org');
      await page.getByRole('link', { name: 'Go on' }).click();
      expect(await page.getByLabel('Email').inputValue()).toBe('hugo@example.org');
      expect(complaints).toEqual([]);
    });
    expect(asked('confirm-email-change')).toHaveLength(1);
  });

  test('that was called off in the meantime is not confirmed', async () => {
    const token = await askForEmail(served.api, 'Hugo', 'hugo@example.org');
    await askForEmail(served.api, 'Hugo', 'hugo@example.net');
    await withPage(async ({ page }) => {
      await page.goto(`${served.url}/confirm-email#${token}`);
      await button(page, 'Confirm').click();
      await heading(page, 'This link does not work any more').waitFor();
    });
  });
});
