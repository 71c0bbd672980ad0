/** The stops of the tour where a list becomes a file. */
import { holdExports, openExport, startExport } from './among-exports.ts';
import { userList } from './among-users.ts';
import { dialog } from './locators.ts';
import type { Stop } from './tour.ts';

type Arrive = NonNullable<Stop['arrive']>;

const stop = (name: string, arrive: Arrive, before?: Stop['before']): Stop => ({
  name,
  path: userList,
  signedIn: true,
  arrive,
  before,
});

const until =
  (text: string): Arrive =>
  async page => {
    await openExport(page);
    await startExport(page);
    await dialog(page).getByText(text).waitFor();
  };

const broken = { state: 'failed', failure: 'broke-off' } as const;

export const stopsWithExports: Stop[] = [
  stop('export', openExport),
  stop('export-running', until('18 users written'), async api =>
    holdExports(api, { state: 'running', rows: 18 }),
  ),
  stop('export-done', until('The file is ready')),
  stop('export-failed', until('The export failed'), async api => holdExports(api, broken)),
];
