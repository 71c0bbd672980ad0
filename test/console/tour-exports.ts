/** The stops of the tour where a list becomes a file. */
import { holdExports, openExport, startExport } from './among-exports.ts';
import { userList } from './among-users.ts';
import { dialog } from './locators.ts';
import { type Arrive, type Stop, stop } from './stop.ts';

const onList = (name: string, arrive: Arrive, before?: Stop['before']) =>
  stop(name, userList, arrive, before);

const until =
  (text: string): Arrive =>
  async page => {
    await openExport(page);
    await startExport(page);
    await dialog(page).getByText(text).waitFor();
  };

const broken = { state: 'failed', failure: 'broke-off' } as const;

export const stopsWithExports: Stop[] = [
  onList('export', openExport),
  onList('export-running', until('18 users written'), async api =>
    holdExports(api, { state: 'running', rows: 18 }),
  ),
  onList('export-done', until('The file is ready')),
  onList('export-failed', until('The export failed'), async api => holdExports(api, broken)),
];
