/** The stops of the tour before the sign-in: signing in, coming in by an invitation, and links from mails. */
import type { Page } from 'playwright-core';
import { timeOf } from '../../shared/domain/time.ts';
import { ask } from '../harness/front.ts';
import { alter, type ConsoleApi } from './api.ts';
import { password, tokenFor } from './demo.ts';
import { button } from './locators.ts';
import { askForEmail, emailOf, enrolApp } from './people.ts';
import type { Stop } from './stop.ts';

const now = () => timeOf(new Date());

async function trySignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
}

/** Somebody who tries to sign in, and what they end on. */
function tries(
  name: string,
  firstName: string,
  before: (api: ConsoleApi) => Promise<unknown>,
  arrive?: (page: Page) => Promise<unknown>,
): Stop {
  return {
    name,
    path: '/sign-in',
    before,
    arrive: async (page, api) => {
      await trySignIn(page, await emailOf(api, firstName));
      await page.getByRole('heading', { name: 'Sign in' }).waitFor({ state: 'detached' });
      await arrive?.(page);
    },
  };
}

const signingIn: Stop[] = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    arrive: async page => {
      await trySignIn(page, 'nobody@example.com');
      await page.getByRole('alert').waitFor();
    },
  },
  tries('sign-in-code', 'Priya', api => enrolApp(api, 'Priya')),
  tries(
    'sign-in-recovery',
    'Priya',
    api => enrolApp(api, 'Priya'),
    async page => {
      await button(page, 'Use a recovery code').click();
      await page.getByLabel('Recovery code').fill('abcd-efgh');
      await button(page, 'Sign in').click();
      await page.getByText('is not a recovery code').waitFor();
    },
  ),
  tries('sign-in-must-reset', 'Hugo', api => alter(api, 'Hugo', {}, { passwordResetRequiredAt: now() })),
  tries('sign-in-unapproved', 'Hugo', api => alter(api, 'Hugo', { approved: false })),
  tries('sign-in-no-access', 'Hugo', api => alter(api, 'Hugo', { status: 'inactive' })),
  tries('sign-in-factor-gone', 'Hugo', async api => {
    const sms = { enrolledAt: now(), telephone: '+49301234567' };
    await alter(api, 'Hugo', {}, { factors: { sms, recoveryCodes: [] } });
  }),
  tries('sign-in-too-often', 'Hugo', async api => {
    const email = await emailOf(api, 'Hugo');
    for (let times = 0; times < 10; times++) await ask(api.front, 'sign-in', { email, password: 'wrong' });
  }),
  { name: 'forgot-password', path: '/forgot-password' },
  {
    name: 'forgot-password-sent',
    path: '/forgot-password',
    arrive: async page => {
      await page.getByLabel('Email').fill('ada.okafor@example.com');
      await button(page, 'Send link').click();
      await page.getByText('Check your inbox').first().waitFor();
    },
  },
  { name: 'reset', path: `/reset#${tokenFor('reset')}` },
  { name: 'reset-dead', path: '/reset' },
  { name: 'sign-out', path: '/sign-out' },
];

const confirming: Stop[] = [
  { name: 'confirm-email', path: `/confirm-email#${tokenFor('email')}` },
  {
    name: 'confirm-email-done',
    path: '/confirm-email',
    arrive: async (page, api) => {
      const token = await askForEmail(api, 'Hugo', 'hugo@example.org');
      await page.goto(`${new URL(page.url()).origin}/confirm-email#${token}`);
      await button(page, 'Confirm').click();
      await page.getByText('Your email has changed').waitFor();
    },
  },
  { name: 'confirm-email-dead', path: '/confirm-email' },
];

const accepting: Stop[] = [
  ...['pending', 'expired', 'replaced', 'revoked', 'accepted', 'unknown'].map(name => ({
    name: `accept-${name}`,
    path: `/accept#${tokenFor(name)}`,
  })),
  {
    name: 'accept-errors',
    path: `/accept#${tokenFor('pending')}`,
    arrive: async page => {
      await page.getByLabel('Telephone').fill('12');
      await button(page, 'Create account').click();
      await page.getByText('must be accepted').waitFor();
    },
  },
  {
    name: 'accept-country',
    path: `/accept#${tokenFor('pending')}`,
    arrive: async page => {
      await page.getByRole('combobox', { name: 'Country' }).fill('uni');
      await page.getByRole('option', { name: 'United Arab Emirates' }).waitFor();
    },
  },
  {
    name: 'accept-renewed',
    path: `/accept#${tokenFor('expired')}`,
    arrive: async page => {
      await button(page, 'Send me a new link').click();
      await page.getByText('Check your inbox').first().waitFor();
    },
  },
  {
    name: 'accept-awaits',
    path: `/accept#${tokenFor('pending')}`,
    before: api => alter(api, 'Vera', { approved: false }),
    arrive: async page => {
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByLabel(/I accept/).check();
      await button(page, 'Create account').click();
      await page.getByText('You have joined').waitFor();
    },
  },
];

export const stopsBeforeSignIn: readonly Stop[] = [...signingIn, ...confirming, ...accepting];
