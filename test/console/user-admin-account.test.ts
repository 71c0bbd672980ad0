/** Administrators see to the accounts of users: address, password, second factor, sessions, picture. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask } from '../harness/front.ts';
import { pageOf, storedUser } from './among-users.ts';
import { alter } from './api.ts';
import { borealis, idOf, password } from './demo.ts';
import { button, choose, dialog, row } from './locators.ts';
import { enrolApp, signInAs } from './people.ts';
import { samplePicture } from './sample-picture.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

const asAda = (path: string, use: (page: Page) => Promise<void>) => as('Ada', path, use);
const stored = (firstName: string) => storedUser(served.api, firstName);

/** Chooses a deed that asks first, and says yes. */
async function confirm(page: Page, deed: string, yes: string): Promise<void> {
  await choose(page, 'Grace Kamau', deed);
  await dialog(page).getByRole('button', { name: yes }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

describe('the address', () => {
  const fresh = 'grace.n.kamau@example.com';

  test('is changed once it was confirmed, shown as pending until then, and called off', () =>
    asAda(pageOf('Grace'), async page => {
      await choose(page, 'Grace Kamau', 'Change email');
      await page.getByText('they go on signing in with grace.kamau@example.com').waitFor();
      await dialog(page).getByLabel('New email').fill('no address');
      await button(page, 'Send the link').click();
      await page.getByText('New email is not an email address').waitFor();
      await dialog(page).getByLabel('New email').fill(fresh);
      await button(page, 'Send the link').click();
      await page.getByText(`A link is on its way to ${fresh}`).waitFor();
      await page.getByText('left to confirm').waitFor();
      await served.api.front.settle();
      expect(await served.api.front.mailsTo(fresh)).toHaveLength(1);

      await page.getByRole('link', { name: 'Users' }).first().click();
      await row(page, 'Grace Kamau').getByText(fresh).waitFor();
      await choose(page, 'Grace Kamau', 'Cancel change of email');
      await row(page, 'Grace Kamau').getByText(fresh).waitFor({ state: 'detached' });
      expect((await stored('Grace'))?.emailChange).toBeUndefined();
    }));

  test('of an invitee that was wrong leads to whoever has the right one', () =>
    asAda(pageOf('Dmitri'), async page => {
      await button(page, 'Resend invitation').click();
      await dialog(page).getByLabel('Email').fill('d.sokolov@example.com');
      await dialog(page).getByRole('button', { name: 'Send invitation' }).click();
      await page.getByText('on its way to d.sokolov@example.com').waitFor();
      await page.getByRole('heading', { name: 'Dmitri Sokolov' }).waitFor();
      await page.waitForURL(url => !url.pathname.endsWith(idOf('Dmitri')));
      await page.getByText('d.sokolov@example.com').first().waitFor();
      await page.getByRole('link', { name: 'Users' }).first().click();
      await page.getByRole('link', { name: /Pending 8/ }).click();
      await row(page, 'Dmitri Sokolov').getByText('d.sokolov@example.com').waitFor();
    }));
});

describe('an account', () => {
  const signIn = () => ask(served.api.front, 'sign-in', { email: 'grace.kamau@example.com', password });

  test('gets a link to choose a new password, or must choose one', () =>
    asAda(pageOf('Grace'), async page => {
      await confirm(page, 'Reset password', 'Send link');
      expect((await signIn()).status).toBe(200);
      await confirm(page, 'Force reset', 'Force reset');
      expect((await signIn()).body).toMatchObject({ type: '/problems/password-reset-required' });
      await served.api.front.settle();
      expect(await served.api.front.mailsTo('grace.kamau@example.com')).toHaveLength(2);
    }));

  test('has its second factor reset', async () => {
    await enrolApp(served.api, 'Grace');
    return asAda(pageOf('Grace'), async page => {
      await page.getByText('Authenticator app').waitFor();
      await choose(page, 'Grace Kamau', 'Reset 2FA');
      await page.getByText('This is cleared: their authenticator app, their recovery codes').waitFor();
      await button(page, 'Reset 2FA').last().click();
      await page.getByText('None set up').waitFor();
      expect((await stored('Grace'))?.factors).toEqual([]);
    });
  });

  test('shows where it is signed in, and one or all of it is ended', async () => {
    await signInAs(
      served.api,
      'Grace',
      'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
    );
    await signInAs(served.api, 'Grace', 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/150.0');
    return asAda(pageOf('Grace'), async page => {
      const sessions = page.getByRole('list', { name: 'Sessions' });
      await button(page, 'End the session on Firefox on Linux').click();
      await button(page, 'End session').click();
      await sessions.getByText('Firefox on Linux').waitFor({ state: 'detached' });
      await sessions.getByText('Firefox on Windows').waitFor();
      await confirm(page, 'Sign out everywhere', 'Sign out everywhere');
      await page.getByText('No session is open').waitFor();
    });
  });

  test('whose sessions cannot be read says so, and tries again', () => {
    let down = true;
    served.api.interfere = key => (key === 'list-user-sessions' && down ? 'not-allowed' : undefined);
    return asAda(pageOf('Grace'), async page => {
      await page.getByText('Your role does not allow this').waitFor();
      down = false;
      await button(page, 'Try again').click();
      await page.getByText('No session is open').waitFor();
    });
  });

  test('that another organization looks after is left to it', async () => {
    await alter(served.api, 'Grace', { home: false }, { home: borealis });
    return asAda(pageOf('Grace'), async page => {
      await page.getByText('It first invited this person').waitFor();
      await button(page, 'Actions for Grace Kamau').click();
      await expect
        .poll(() => page.getByRole('menuitem').allInnerTexts())
        .toEqual([
          'Edit',
          'Sign out of this organization',
          'Deactivate',
          'Archive',
          'Hand over ownership…',
          'Delete…',
        ]);
      expect(served.api.asked.some(({ key }) => key === 'list-user-sessions')).toBe(false);
    });
  });

  test('is given a picture, which can be removed', () =>
    asAda(pageOf('Grace'), async page => {
      await choose(page, 'Grace Kamau', 'Choose picture');
      await page.locator('input[type=file]').setInputFiles(samplePicture());
      await button(page, 'Use this picture').click();
      await page.getByText('The picture of Grace Kamau was changed').waitFor();
      await page.locator('header img').waitFor();
      await choose(page, 'Grace Kamau', 'Remove picture');
      await dialog(page).getByRole('button', { name: 'Remove' }).click();
      await page.locator('header img').waitFor({ state: 'detached' });
      expect((await stored('Grace'))?.picture).toBeUndefined();
    }));
});
