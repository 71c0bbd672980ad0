import { describe, expect, test } from 'vitest';
import { withPagesInRow } from './browser.ts';
import { acme } from './demo.ts';
import { type Look, lookAt } from './looks.ts';
import { openStage } from './stage.ts';
import { tour, visit } from './tour.ts';

const { served } = openStage();
const withPage = withPagesInRow();

describe('every page and dialog keeps the content security policy, satisfies axe, and fits', () => {
  test.for(tour(acme))('$name', { timeout: 60_000 }, async stop => {
    const found = await withPage(async ({ page, complaints }) => {
      await visit(page, served, stop);
      const widths: Look[] = stop.narrow === false ? ['light', 'dark'] : ['light', 'dark', 'phone'];
      const faults: string[] = [];
      for (const look of widths) faults.push(...(await lookAt(page, stop.name, look)));
      return [...faults, ...complaints];
    });
    expect(found).toEqual([]);
  });
});
