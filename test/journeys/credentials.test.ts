import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, choose, link } from '../console/locators.ts';
import { totp } from '../harness/totp.ts';
import { arrive, asDemo, inBrowser, linkInMail, look, openStage, signIn } from './stage.ts';

const stage = openStage();

const settled = (page: Page) => button(page, /Your menu/).waitFor();

/** The code that an app with this secret shows now; each is good once, so half a minute goes by first. */
async function codeNow(secret: string): Promise<string> {
  await stage.front.advance(60);
  return totp(secret, new Date(stage.front.world.clock.now()));
}

/** Sets up the app on the page that asks for it, and keeps the recovery codes. */
async function enrol(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('heading', { name: /Set up/ }).waitFor();
  const choice = button(page, /Authenticator app/).or(link(page, /Authenticator app/));
  if (await choice.count()) await choice.first().click();
  const secret = ((await page.locator('code').first().textContent()) ?? '').replace(/\s/g, '');
  await look(page, 'second-factor');
  await page.getByLabel('The six digits that the app shows now').fill(await codeNow(secret));
  await button(page, 'Confirm').click();
  const listed = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await listed.first().waitFor();
  const codes = await listed.allTextContents();
  await look(page, 'recovery-codes');
  await page.getByLabel('I have kept them').check();
  await button(page, 'Continue').click();
  await settled(page);
  return { secret, codes };
}

async function signOut(page: Page): Promise<void> {
  await button(page, /Your menu/).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

test('a forced reset signs out everywhere, and nothing works before a new password is chosen', () =>
  asDemo(stage, 'admin', async admin => {
    const user = await arrive(stage);
    await inBrowser('forced', async page => {
      await signIn(page, stage, user);
      await settled(page);
      await admin.reload();
      await choose(admin, user.name, 'Force reset');
      await admin.getByRole('dialog', { name: /^Force/ }).waitFor();
      await look(admin, 'force-reset');
      await button(admin, 'Force reset').click();
      await admin.getByText('must choose a new password').waitFor();

      await page.reload();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await signIn(page, stage, user);
      await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
      await look(page, 'password-reset-required');
      const mailed = await linkInMail(stage, user.email);
      await button(page, 'Send me a link').click();
      await page.getByText('Check your inbox').first().waitFor();
      const another = await linkInMail(stage, user.email);
      expect(another).not.toBe(mailed);
      await page.goto(another);
      await page
        .getByLabel('New password')
        .or(page.getByLabel('Password', { exact: true }))
        .first()
        .fill('four lanterns beyond the harbour');
      await button(page, 'Save password').click();
      await settled(page);
    });
  }));

test('a required second factor is set up, used, reset by an administrator and set up anew', () =>
  asDemo(stage, 'admin', async admin => {
    const user = await arrive(stage);
    await admin.reload();
    await choose(admin, user.name, 'Edit');
    await admin.getByRole('dialog').getByLabel('Require a second factor').press(' ');
    await look(admin, 'edit-user');
    await button(admin, 'Save changes').click();
    await admin.getByText(`${user.name} was saved.`).waitFor();

    await inBrowser('enrolling', async page => {
      await signIn(page, stage, user);
      const first = await enrol(page);
      expect(first.codes).toHaveLength(10);

      await signOut(page);
      await signIn(page, stage, user);
      await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
      await look(page, 'challenge');
      await page.getByLabel('Code').fill('000000');
      await button(page, 'Continue').click();
      await page.getByText('That was not the right answer').first().waitFor();
      await page.getByLabel('Code').fill(await codeNow(first.secret));
      await button(page, 'Continue').click();
      await settled(page);

      await signOut(page);
      await signIn(page, stage, user);
      await button(page, 'Use a recovery code instead').click();
      await page.getByLabel('Recovery code').fill(first.codes[0] ?? '');
      await look(page, 'recovery');
      await button(page, 'Sign in').click();
      await settled(page);

      await choose(admin, user.name, 'Reset 2FA');
      await admin.getByRole('dialog', { name: /^Reset/ }).waitFor();
      await look(admin, 'reset-2fa');
      await button(admin, 'Reset 2FA').click();
      await admin.getByText(`The second factor of ${user.name} was reset.`).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await stage.front.settle();
      await signIn(page, stage, user);
      const second = await enrol(page);
      expect(second.secret).not.toBe(first.secret);
      await stage.front.settle();
      const told = (await stage.front.mailsTo(user.email)).map(({ subject }) => subject).join('\n');
      expect(told).toMatch(/reset/i);
    });
  }));
