/** The stops of the tour where an organization is seen as a whole. */

import { keepDays, overview } from './among-overview.ts';
import { alter, type ConsoleApi } from './api.ts';
import { borealis } from './demo.ts';
import { enrolApp } from './people.ts';
import type { Stop } from './stop.ts';

const ready: Stop['arrive'] = page => page.getByRole('slider').waitFor();

async function everything(api: ConsoleApi): Promise<void> {
  await keepDays(api);
  await alter(api, 'Hugo', { approved: false });
  for (const name of ['Grace', 'Priya', 'Tom']) await enrolApp(api, name);
}

const stop = (name: string, path: string, before: Stop['before']): Stop => ({
  name,
  path,
  signedIn: true,
  before,
  arrive: ready,
});

export const stopsOfOverview: Stop[] = [
  stop('overview', overview, everything),
  stop('overview-quarter', `${overview}?days=90`, everything),
  {
    ...stop('overview-day', overview, everything),
    arrive: async page => {
      await page.getByRole('slider').focus();
      for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    },
  },
  stop('overview-quiet', overview, undefined),
  { name: 'overview-new', path: `/o/${borealis}/overview`, signedIn: true },
];
