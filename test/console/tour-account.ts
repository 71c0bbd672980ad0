/** The stops of the tour about oneself: setting up a second factor, and one's own account. */
import type { Page } from 'playwright-core';
import type { Session } from '../harness/front.ts';
import { alter, type ConsoleApi } from './api.ts';
import { button, dialog } from './locators.ts';
import { askForEmail, enrolApp, signInAs, textTo } from './people.ts';
import { samplePicture } from './sample-picture.ts';
import type { Stop } from './stop.ts';

/** Hugo, who must set up a second factor before anything else. */
async function halfSignedIn(api: ConsoleApi): Promise<Session> {
  await alter(api, 'Hugo', { requireMfa: true });
  return signInAs(api, 'Hugo');
}

const enrols = (name: string, arrive?: Stop['arrive']): Stop => ({
  name: `second-factor${name}`,
  path: '/',
  who: halfSignedIn,
  arrive: async (page, api) => {
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    await arrive?.(page, api);
  },
});

async function sendText(page: Page): Promise<void> {
  await button(page, 'Text messages').click();
  await page.getByRole('combobox', { name: 'Country' }).fill('germ');
  await page.getByRole('option', { name: 'Germany' }).click();
  await page.getByLabel('Telephone').fill('030 1234567');
  await button(page, 'Send the code').click();
}

const enrolling: Stop[] = [
  enrols(''),
  enrols('-app', async page => {
    await button(page, 'Authenticator app').click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
  }),
  enrols('-app-wrong', async page => {
    await button(page, 'Authenticator app').click();
    await page.getByLabel('The six digits').fill('000000');
    await button(page, 'Confirm').click();
    await page.getByText('That code is not right').waitFor();
  }),
  enrols('-sms', async page => {
    await button(page, 'Text messages').click();
    await page.getByLabel('Telephone').fill('12');
    await button(page, 'Send the code').click();
    await page.getByText('is not an international number').waitFor();
  }),
  enrols('-sms-code', async page => {
    await sendText(page);
    await page.getByText('We have sent six digits').waitFor();
  }),
  enrols('-codes', async (page, api) => {
    await sendText(page);
    await page.getByText('We have sent six digits').waitFor();
    await page.getByLabel('The six digits').fill(await textTo(api, '+49301234567'));
    await button(page, 'Confirm').click();
    await page.getByText('Keep your recovery codes').waitFor();
  }),
];

const own = (name: string, path: string, arrive?: Stop['arrive'], who?: Stop['who']): Stop => ({
  name: `account${name}`,
  path: `/account${path}`,
  ...(who ? { who } : { signedIn: true }),
  arrive,
});

const profile: Stop[] = [
  own('', ''),
  own('-stale', '', async (page, api) => {
    await page.getByLabel('City').fill('Lagos');
    await alter(api, 'Ada', {}, { profile: { firstName: 'Ada', lastName: 'Okafor', city: 'Abuja' } });
    await button(page, 'Save changes').click();
    await page.getByText('changed this in the meantime').waitFor();
  }),
];

async function openPicture(page: Page): Promise<void> {
  await button(page, 'Choose a picture').click();
  await button(page, 'Choose a file').waitFor();
}

async function cutPicture(page: Page): Promise<void> {
  await openPicture(page);
  await page.locator('input[type=file]').setInputFiles(samplePicture());
  await page.getByLabel('Part of the picture').waitFor();
}

const pictures: Stop[] = [
  own('-picture', '', openPicture),
  own('-picture-unfit', '', async page => {
    await openPicture(page);
    const buffer = Buffer.from('no picture at all');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await page.getByText('The picture cannot be read').waitFor();
  }),
  own('-picture-cut', '', cutPicture),
  own('-picture-turned', '', async page => {
    await cutPicture(page);
    await page.getByLabel('Straighten').fill('12');
    await button(page, 'Show it square').click();
  }),
  own('-picture-failed', '', async (page, api) => {
    api.hinderUpload = () => 403;
    await cutPicture(page);
    await button(page, 'Use this picture').click();
    await page.getByText('The upload did not get through').waitFor();
  }),
  own('-picture-set', '', async page => {
    await cutPicture(page);
    await button(page, 'Use this picture').click();
    await page.getByText('Your picture was changed').waitFor();
  }),
  own('-picture-remove', '', async page => {
    await cutPicture(page);
    await button(page, 'Use this picture').click();
    await button(page, 'Remove').click();
    await dialog(page).getByText('deleted for good').waitFor();
  }),
];

/** Hugo, with an app, and an address that waits. */
async function settled(api: ConsoleApi): Promise<Session> {
  await askForEmail(api, 'Hugo', 'hugo.martins@example.org');
  await alter(api, 'Hugo', { requireMfa: true });
  return (await enrolApp(api, 'Hugo')).as;
}

const security: Stop[] = [
  own('-security', '/security'),
  own('-security-full', '/security', undefined, settled),
  own('-change-email', '/security', async page => {
    await button(page, 'Change email').click();
    await page.getByLabel('New email').fill('ada at example');
    await button(page, 'Send the link').click();
    await page.getByText('is not an email address').waitFor();
  }),
  own('-change-password', '/security', async page => {
    await button(page, 'Change password').click();
    await page.getByLabel('Present password').fill('not the password');
    await page.getByLabel('New password').fill('a long and loud sentence');
    await button(page, 'Save password').click();
    await page.getByText('The present password is wrong').waitFor();
  }),
  own(
    '-remove-factor',
    '/security',
    async page => {
      await button(page, 'Remove authenticator app').click();
      await dialog(page).getByRole('button', { name: 'Remove' }).click();
      await page.getByText('The last second factor stays').waitFor();
    },
    settled,
  ),
  own(
    '-renew-codes',
    '/security',
    async page => {
      await button(page, 'Make new codes').click();
      await dialog(page).getByRole('button', { name: 'Make new codes' }).click();
      await page.getByText('Keep your recovery codes').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Keep them first').waitFor();
    },
    settled,
  ),
];

const devices = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
];

async function onManyDevices(api: ConsoleApi): Promise<Session> {
  for (const device of devices) await signInAs(api, 'Ada', device);
  return signInAs(
    api,
    'Ada',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/144.0.0.0 Safari/537.36',
  );
}

const sessions: Stop[] = [
  own('-sessions', '/sessions', page => page.getByText('This session').waitFor(), onManyDevices),
  own(
    '-end-session',
    '/sessions',
    async page => {
      await button(page, 'End the session on Firefox on Linux').click();
      await dialog(page).waitFor();
    },
    onManyDevices,
  ),
];

export const stopsAboutOneself: readonly Stop[] = [
  ...enrolling,
  ...profile,
  ...pictures,
  ...security,
  ...sessions,
];
