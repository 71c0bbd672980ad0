/** Imports in the console's world: kept in whatever state, as nobody works on them; and files to import. */
import type { Page } from 'playwright-core';
import type { ImportColumn, RowChange, RowError } from '../../shared/contract/imports.ts';
import { fileKey, partKey } from '../../shared/domain/import/files.ts';
import { countsOf } from '../../shared/domain/import/import.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import type { Job, JobItem } from '../../shared/domain/model-jobs.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { plusMinutes } from '../../shared/domain/time.ts';
import { makeJob } from './among-groups.ts';
import type { ConsoleApi } from './api.ts';
import { acme, idOf } from './demo.ts';
import { button } from './locators.ts';

export const importList = `/o/${acme}/imports`;
export const newImport = `${importList}/new`;
export const importAt = ({ id }: Pick<Import, 'id'>) => `${importList}/${id}`;

const known: ImportColumn[] = [
  { heading: 'First name', column: 'firstName' },
  { heading: 'Last name', column: 'lastName' },
  { heading: 'Email', column: 'email' },
  { heading: 'Role', column: 'role' },
  { heading: 'Groups', column: 'groups' },
  { heading: 'Status', column: 'status' },
];

const samples = [
  ['Maria', 'Jan', 'Wolfgang'],
  ['Lindgren', 'Smit', 'Nachname-Doppelname'],
  ['maria.lindgren@example.com', 'jan.smit@example.com'],
];

export const unknownColumns: ImportColumn[] = [
  ...known.slice(0, 3).map((column, at) => ({ ...column, samples: samples[at] ?? [] })),
  { heading: 'Abteilung', samples: ['Support', 'Design; Support', 'Vertrieb und Marketing International'] },
  { heading: 'Personalnummer', samples: ['4711', '4712', '4713'] },
  { heading: 'Role', column: 'role', samples: ['user', 'user', 'manager'] },
  { heading: 'Reason', samples: ['', '', ''] },
];

/** As it is kept while it waits for somebody or something. */
export async function keepImport(api: ConsoleApi, different: Partial<Import> = {}): Promise<Import> {
  const { directory, ids, clock } = api.front.world;
  const it: Import = {
    ...{ type: 'import', version: 1, organization: acme, id: ids.make('imp'), state: 'checked' },
    ...{ fileName: 'new-colleagues-november.csv', format: 'csv', columns: known, sendInvitations: true },
    ...{ rows: 0, checks: 1, startedBy: { organization: acme, person: idOf('Ada') } },
    ...{ createdAt: plusMinutes(clock.now(), -3), ttl: 4_000_000_000 },
    ...different,
  };
  const { ok } = await directory.commit({ changes: [{ do: 'create', entity: it }], events: [] });
  if (!ok) throw new Error('the import could not be kept');
  return it;
}

/** A file that was checked: what its rows come to, with the files about them. */
export async function keepPlan(
  api: ConsoleApi,
  rows: readonly PlannedRow[],
  different: Partial<Import> = {},
): Promise<Import> {
  const { imports } = api.front.world;
  const plan = { run: 'run', parts: [countsIn(rows)] };
  const it = await keepImport(api, { plan, rows: rows.length, ...different });
  await imports.writePart(partKey(it, plan, 0), rows);
  for (const file of ['report', 'failed'] as const)
    imports.kept.set(fileKey(it, plan, file), Buffer.from(`${file} of ${it.fileName}`));
  return it;
}

function countsIn(rows: readonly PlannedRow[]) {
  const number = (wanted: PlannedRow['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length;
  return countsOf([
    {
      create: number('create'),
      update: number('update'),
      unchanged: number('unchanged'),
      error: number('error'),
    },
  ]);
}

const row = (number: number, different: Partial<PlannedRow>): PlannedRow => ({
  ...{ number, outcome: 'unchanged', cells: [], name: '', email: '', changes: [], errors: [] },
  ...different,
});

const set = (heading: string, after: string, before = ''): RowChange => ({ heading, before, after });
const wrong = (heading: string, value: string, reason: string, remedy: string): RowError => ({
  ...{ heading, value, reason, remedy },
});

/** One and more of each outcome. */
export const mixedRows: readonly PlannedRow[] = [
  row(2, {
    ...{ outcome: 'create', name: 'Maria Lindgren', email: 'maria.lindgren@example.com' },
    changes: [set('Role', 'manager'), set('Groups', 'Design; Support'), set('Language', 'en')],
  }),
  row(3, {
    ...{ outcome: 'update', user: idOf('Hugo'), name: 'Hugo Martins', email: 'hugo.martins@example.com' },
    changes: [set('Role', 'manager', 'user'), set('Username', '', 'hugo'), set('Groups', 'Support')],
  }),
  row(4, {
    ...{ outcome: 'unchanged', user: idOf('Grace'), name: 'Grace Kamau', email: 'grace.kamau@example.com' },
  }),
  row(5, {
    ...{ outcome: 'error', name: 'Jan Smit', email: 'jan.smit@' },
    errors: [
      wrong('Email', 'jan.smit@', 'This is not an email address.', 'Write one as name@example.com.'),
      wrong('Groups', 'Sails', 'There is no group of this name.', 'Make the group first, or mend the name.'),
    ],
  }),
  row(6, {
    ...{ outcome: 'create', name: 'Wolfeschlegelsteinhausenbergerdorff Nachname-Doppelname' },
    ...{ email: 'wolfeschlegelsteinhausenbergerdorff@a-very-long-domain.example.com' },
    changes: [
      set('Role', 'user'),
      set('Permissions', 'crm.contacts.read; crm.contacts.edit; crm.deals.read'),
    ],
  }),
  row(7, {
    ...{ outcome: 'error', name: '', email: 'maria.lindgren@example.com' },
    errors: [
      wrong(
        'Email',
        'maria.lindgren@example.com',
        'Row 2 is about the same user.',
        'Keep one of the two rows.',
      ),
    ],
  }),
];

/** The import is being done, or was. */
export async function keepRun(
  api: ConsoleApi,
  job: Partial<Job> = {},
  items: readonly JobItem[] = [],
): Promise<Import> {
  const id = api.front.world.ids.make('imp');
  const progress = { done: 412, failed: 0, skipped: 2, total: 1204 };
  const made = await makeJob(api, undefined, { kind: 'import', import: id, progress, ...job }, items);
  return keepPlan(api, mixedRows, { id, state: 'committed', job: made });
}

/** One of each outcome. */
export const rowsDone: readonly JobItem[] = [
  { user: idOf('Priya'), row: 2, outcome: 'done' },
  { user: idOf('Hugo'), row: 3, outcome: 'done' },
  { user: idOf('Mateo'), row: 5, outcome: 'skipped', reason: 'Is so already since the file was checked.' },
  {
    ...{ user: idOf('Yuki'), row: 8, outcome: 'failed' },
    reason: 'Somebody of this address has come in since the file was checked.',
  },
];

export type Sheet = { name: string; mimeType: string; buffer: Buffer };

export const csvFile = (name: string, ...lines: string[]): Sheet => ({
  ...{ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) },
});

export async function chooseFile(page: Page, file: Sheet): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
}

export async function uploadAndCheck(page: Page, file: Sheet): Promise<void> {
  await chooseFile(page, file);
  await button(page, 'Upload and check').click();
}

/** Follows the link of an import's file as S3 would answer it. */
export async function serveImportFiles(page: Page, api: ConsoleApi): Promise<void> {
  await page.route('https://imports.example.com/**', async route => {
    const { status, headers, bytes } = api.front.world.imports.fetch(route.request().url());
    await route.fulfill({ status, headers, body: Buffer.from(bytes) });
  });
}
