/** Setting up a second factor: before anything else where one is required, and from one's profile. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { totp } from '../harness/totp.ts';
import { alter } from './api.ts';
import { acme } from './demo.ts';
import { button, heading } from './locators.ts';
import { signInAs, textTo } from './people.ts';
import { withSession } from './signed-in.ts';
import { openStage } from './stage.ts';

const { served, as } = openStage();

/** Priya, an administrator, of whom a second factor is required. */
async function asPriya(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  await alter(served.api, 'Priya', { requireMfa: true });
  await as('Priya', path, use);
}

/** The secret as it is typed into an app. */
async function secretOn(page: Page): Promise<string> {
  return ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
}

/** What a telephone's camera reads on the page. */
async function readQr(page: Page): Promise<string> {
  const code = page.getByRole('img', { name: /QR code/ });
  await code.waitFor();
  const shot = (await code.screenshot()).toString('base64');
  const { data, ...size } = await page.evaluate(async picture => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${picture}` });
    await image.decode();
    const { width, height } = image;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    return { width, height, data: [...(context?.getImageData(0, 0, width, height).data ?? [])] };
  }, shot);
  return decodeQR({ ...size, data: Uint8ClampedArray.from(data) });
}

test.each(['light', 'dark'] as const)('an app can scan the secret, or take it as text: %s', colorScheme =>
  asPriya('/', async page => {
    await page.emulateMedia({ colorScheme });
    await button(page, 'Authenticator app').click();
    const uri = new URL(await readQr(page));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('priya.shah@example.com');
    const typed = await secretOn(page);
    expect(typed).toBe(uri.searchParams.get('secret'));
  }),
);

test('whoever must have one sets it up before anything else, keeps the codes, and goes on where they wanted', () =>
  asPriya(`/o/${acme}/users?tab=pending`, async page => {
    await heading(page, 'Set up a second factor').waitFor();
    await page.goto(`${served.url}/account/sessions`);
    await heading(page, 'Set up a second factor').waitFor();
    await page.goto(`${served.url}/o/${acme}/users?tab=pending`);

    await button(page, 'Authenticator app').click();
    const secret = await secretOn(page);
    await page.getByLabel('The six digits').fill(totp(secret, new Date()));
    await button(page, 'Confirm').click();

    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    const shown = await codes.allInnerTexts();
    expect(shown).toHaveLength(10);
    const download = page.waitForEvent('download');
    await button(page, 'Download').click();
    const text = readFileSync(await (await download).path(), 'utf8');
    for (const code of shown) expect(text).toContain(code);

    expect(await button(page, 'Continue').isDisabled()).toBe(true);
    await page.getByLabel('I have kept them').check();
    await button(page, 'Continue').click();
    await page.getByRole('link', { name: 'Vera Lang' }).waitFor();
    expect(new URL(page.url()).search).toBe('?tab=pending');
  }));

test('a telephone is typed as in its country, and another code comes after a while', () =>
  asPriya('/', async page => {
    await page.clock.install();
    await button(page, 'Text messages').click();
    await page.getByRole('combobox', { name: 'Country' }).fill('germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByLabel('Telephone').fill('030 1234567');
    await button(page, 'Send the code').click();
    await page.getByText('We have sent six digits to +49 30 1234567').waitFor();
    expect(await button(page, 'Send another code').count()).toBe(0);
    await page.clock.runFor(31_000);
    await button(page, 'Send another code').click();
    await page.getByText('Another code is on its way').waitFor();
    expect(await served.api.front.smsTo('+49301234567')).toHaveLength(2);

    await page.getByLabel('The six digits').fill('000000');
    await button(page, 'Confirm').click();
    await page.getByText('That code is not right').waitFor();
    await page.getByLabel('The six digits').fill(await textTo(served.api, '+49301234567'));
    await button(page, 'Confirm').click();
    await heading(page, 'Keep your recovery codes').waitFor();
  }));

test('one that is required from now on is set up from wherever one is', async () => {
  const session = await signInAs(served.api, 'Priya');
  await withSession(served, session, `/o/${acme}/users`, async page => {
    await page.getByRole('link', { name: 'Ada Okafor' }).waitFor();
    await alter(served.api, 'Priya', { requireMfa: true });
    await heading(page, 'Set up a second factor').waitFor({ timeout: 15_000 });
    expect(new URL(page.url()).searchParams.get('next')).toBe(`/o/${acme}/users`);
  });
});

test('whoever does not want to can sign out', () =>
  asPriya('/', async page => {
    await page.getByRole('link', { name: 'Sign out' }).click();
    await heading(page, 'Sign in').waitFor();
  }));

test('the codes are printed, and nothing around them', () =>
  asPriya('/', async page => {
    await button(page, 'Authenticator app').click();
    const secret = await secretOn(page);
    await page.getByLabel('The six digits').fill(totp(secret, new Date()));
    await button(page, 'Confirm').click();
    await page.getByText('I have kept them').waitFor();
    await page.emulateMedia({ media: 'print' });
    // biome-ignore lint/performance/useDomNodeTextContent: what is laid out counts, not what there is
    const printed = await page.locator('body').innerText();
    expect(printed).toContain('Tenantry recovery codes');
    expect(printed.match(/(\w{4}-){3}\w{4}/g)).toHaveLength(10);
    expect(printed).not.toMatch(/Continue|Download|Keep your recovery codes/);
  }));
