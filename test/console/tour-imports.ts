/** The stops of the tour where a file becomes users. */
import { jobList } from './among-groups.ts';
import {
  chooseFile,
  csvFile,
  importList,
  keepImport,
  keepPlan,
  keepRun,
  mixedRows,
  newImport,
  rowsDone,
  unknownColumns,
  uploadAndCheck,
} from './among-imports.ts';
import { userList } from './among-users.ts';
import type { ConsoleApi } from './api.ts';
import { button, dialog, link } from './locators.ts';
import { type Arrive, type Stop, stop } from './stop.ts';

/** From the list to the one import that is there. */
const open =
  (then?: Arrive): Arrive =>
  async (page, api) => {
    await link(page, /\.csv$/)
      .first()
      .click();
    await page.locator('main header').getByText('.csv').waitFor();
    await then?.(page, api);
  };

const sheet = csvFile('new-colleagues-november.csv', 'First name,Last name,Email', 'Ann,Lee,ann@example.com');

const choosing: Stop[] = [
  stop('import', newImport),
  stop('import-unfit', newImport, async page => {
    await chooseFile(page, { ...sheet, name: 'colleagues.pdf' });
    await page.getByRole('alert').waitFor();
  }),
  stop('import-uploading', newImport, async page => {
    await page.route('http://localhost:*/', route =>
      route.request().method() === 'POST' ? null : route.continue(),
    );
    await uploadAndCheck(page, sheet);
    await page.getByText('uploaded').waitFor();
  }),
  stop(
    'import-upload-failed',
    newImport,
    async page => {
      await uploadAndCheck(page, sheet);
      await page.getByRole('alert').waitFor();
    },
    async api => {
      api.hinderUpload = () => 403;
    },
  ),
];

const several = async (api: ConsoleApi) => {
  await keepImport(api, { state: 'failed', failure: 'not-a-table', fileName: 'holiday.csv' });
  await keepImport(api, { state: 'checking', rows: 18_500, fileName: 'everybody-2026.csv' });
  await keepImport(api, { state: 'needs-columns', fileName: 'sales-team.csv', columns: unknownColumns });
  await keepPlan(api, mixedRows);
};

const planned = (api: ConsoleApi) => keepPlan(api, mixedRows);
const rowsThere: Arrive = page => page.getByRole('table').getByText('Row 2', { exact: true }).waitFor();

const checking: Stop[] = [
  stop('imports', importList, undefined, several),
  stop('imports-empty', importList),
  stop('import-checking', importList, open(), api => keepImport(api, { state: 'checking', rows: 18_500 })),
  stop('import-columns', importList, open(), api =>
    keepImport(api, { state: 'needs-columns', columns: unknownColumns }),
  ),
  stop('import-plan', importList, open(rowsThere), planned),
  stop(
    'import-recheck',
    importList,
    open(async page => {
      await button(page, 'Check again').click();
      await dialog(page).waitFor();
    }),
    planned,
  ),
  stop(
    'import-question',
    importList,
    open(async page => {
      await button(page, 'Import 3 users').click();
      await dialog(page).waitFor();
    }),
    planned,
  ),
  stop('import-nothing', importList, open(), api => keepPlan(api, mixedRows.slice(2, 3))),
  stop('import-failed', importList, open(), api =>
    keepImport(api, { state: 'failed', failure: 'broken', failedAt: 4_311 }),
  ),
  stop('import-gone', `${importList}/imp_00000000000000000000000000`),
];

const over = (api: ConsoleApi) => ({
  state: 'done' as const,
  progress: { done: 1195, failed: 6, skipped: 3, total: 1204 },
  finishedAt: api.front.world.clock.now(),
});

const running: Stop[] = [
  stop('import-running', importList, open(), api => keepRun(api, {}, rowsDone)),
  stop('import-paused', importList, open(), api => keepRun(api, { state: 'paused' }, rowsDone)),
  stop(
    'import-done',
    importList,
    open(page => page.getByText('did not get in').waitFor()),
    api => keepRun(api, over(api), rowsDone),
  ),
  stop(
    'import-followed',
    userList,
    page => page.getByText('414 of 1,204').waitFor(),
    api => keepRun(api),
  ),
  stop('jobs-with-imports', jobList, undefined, async api => {
    await keepRun(api, over(api));
    await keepRun(api, { state: 'paused' });
  }),
];

export const stopsWithImports: readonly Stop[] = [...choosing, ...checking, ...running];
