import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { userList } from './among-users.ts';
import { button } from './locators.ts';
import { openStage } from './stage.ts';

const { as, asked } = openStage();

const names = (page: Page) => page.getByRole('table').getByRole('link').allTextContents();
const search = (page: Page) => page.getByLabel('Search users');

describe('looking for words', () => {
  test('finds whoever has words that begin so, and says so in the address', () =>
    as('Ada', userList, async page => {
      await page.keyboard.press('/');
      await page.keyboard.type('fern MAT');
      await expect.poll(() => names(page)).toEqual(['Mateo Fernández']);
      await expect.poll(() => page.url()).toContain('?q=fern+MAT');
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await names(page)).length).toBeGreaterThan(20);
      expect(page.url()).not.toContain('q=');
    }));
});
