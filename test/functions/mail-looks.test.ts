/** Every mail in a real browser: light, dark, and on a narrow phone. In German, which has the longest words. */
import { afterAll, expect, test } from 'vitest';
import { closeBrowser, withPage } from '../console/browser.ts';
import { type Look, lookAt } from '../console/looks.ts';
import { samples } from './mail-samples.ts';

afterAll(closeBrowser);

/** A mail is shown within a page that has landmarks of its own. */
const ofPages = /: (landmark-one-main|region): /;

test.each(Object.keys(samples))('%s satisfies axe and fits', async mail => {
  const found = await withPage(async ({ page, complaints }) => {
    await page.setContent(samples[mail]?.render('de').html ?? '');
    const faults: string[] = [];
    for (const look of ['light', 'dark', 'phone'] satisfies Look[])
      faults.push(...(await lookAt(page, `mail-${mail}`, look)));
    return [...faults.filter(fault => !ofPages.test(fault)), ...complaints];
  });
  expect(found).toEqual([]);
});
