/** Exports on their way, in the console's world. */
import type { Page } from 'playwright-core';
import type { Export } from '../../shared/domain/model-exports.ts';
import { next } from '../../shared/domain/user.ts';
import type { ConsoleApi } from './api.ts';
import { button, dialog } from './locators.ts';

export async function openExport(page: Page): Promise<void> {
  await button(page, 'Export').first().click();
  await dialog(page).getByText('go into the file').waitFor();
}

export async function startExport(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).click();
}

/** Whatever became of an export, whoever looks is told this. */
export function holdExports(api: ConsoleApi, held: Partial<Export>): void {
  api.interfere = async key => {
    if (key !== 'get-export') return undefined;
    const { directory } = api.front.world;
    const exports = directory.stored().filter(entity => entity.type === 'export');
    for (const before of exports)
      await directory.commit({
        changes: [{ do: 'update', before, after: next(before, held) }],
        events: [],
      });
    return undefined;
  };
}

/** Follows the link of an export as S3 would answer it. */
export async function serveExports(page: Page, api: ConsoleApi): Promise<void> {
  await page.route('https://exports.example.com/**', async route => {
    const { status, headers, bytes } = api.front.world.exports.fetch(route.request().url());
    await route.fulfill({ status, headers, body: Buffer.from(bytes) });
  });
}
