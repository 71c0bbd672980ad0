/**
 * Imports: users out of a file. It is uploaded, checked row by row into a plan that anybody can look at, and then done as
 * planned, by a job.
 */
import * as z from 'zod/mini';
import { ImportId, JobId, PersonId } from './ids.ts';
import { InOrganization, Paged, pageOf } from './lists.ts';
import { line, Time } from './text.ts';
import { UserColumn } from './user-columns.ts';

/** What a file may have. */
export const mostToImport = { bytes: 50 * 1024 * 1024, rows: 100_000, columns: 200 } as const;

export const ImportState = z.enum([
  /** The file is on its way. */
  'awaiting-file',
  'checking',
  /** Some headings are not known: somebody says what they are, or that they are left out. */
  'needs-columns',
  /** There is a plan. */
  'checked',
  /** A job does what was planned, or has done it. */
  'committed',
  'cancelled',
  'failed',
]);
export type ImportState = z.output<typeof ImportState>;

export const ImportFormat = z.enum(['csv', 'xlsx']);
export type ImportFormat = z.output<typeof ImportFormat>;

/** What a row comes to. */
export const RowOutcome = z.enum(['create', 'update', 'unchanged', 'error']);
export type RowOutcome = z.output<typeof RowOutcome>;

/** What files that come back have besides: in one that is uploaded again nobody asks what they are, and they are left out. */
export const reportHeadings = ['Outcome', 'Reason', 'Remedy'] as const;

/** A column of the file. */
export const ImportColumn = z.object({
  heading: z.string(),
  /** What it is taken for; absent: it is not known, or left out. */
  column: z.optional(UserColumn),
  /** Some of its cells, where somebody has to say what they are. */
  samples: z.optional(z.array(z.string())),
});
export type ImportColumn = z.output<typeof ImportColumn>;

/** A file that can be had as long as the link lives: ten minutes. Each look at the import makes a new one. */
const Download = z.object({ url: z.string(), expiresAt: Time });

export const ImportView = z.object({
  id: ImportId,
  state: ImportState,
  fileName: z.string(),
  format: z.optional(ImportFormat),
  /** In the order of the file, once it was looked at. */
  columns: z.array(ImportColumn),
  /** Whether those who are created are invited at once, by mail; otherwise silently, and the invitation can be sent later. */
  sendInvitations: z.boolean(),
  /** How many rows are checked. */
  progress: z.object({ done: z.int() }),
  /** How many rows come to what; once it is checked. */
  counts: z.optional(z.record(RowOutcome, z.int())),
  /** Why it failed: a sentence that says what to do. */
  reason: z.optional(z.string()),
  /** Does what was planned: how far it is, and what it came to, stands there. */
  job: z.optional(JobId),
  startedBy: PersonId,
  createdAt: Time,
  /** When it is forgotten, with its files. */
  expiresAt: Time,
  /** All rows, each with what it comes to and why. */
  report: z.optional(Download),
  /** The rows that did not get in, as they stood in the file, each with a reason: to be mended and uploaded again. */
  failed: z.optional(Download),
});
export type ImportView = z.output<typeof ImportView>;

export const StartImport = z.strictObject({ ...InOrganization, fileName: line(255) });

/** The import, and where its file may be put within five minutes: a form's fields, and the file as the last of them. */
export const ImportStarted = z.object({
  import: ImportView,
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
});

const OnImport = { ...InOrganization, import: ImportId };
export const OneImport = z.strictObject(OnImport);
export const ListImports = z.strictObject({ ...InOrganization, ...Paged });
export const ImportPage = pageOf(ImportView);

/** Checks the file that was uploaded, or checks it anew: as users are now, or with other columns. */
export const CheckImport = z.strictObject({
  ...OnImport,
  sendInvitations: z._default(z.boolean(), true),
  /** For each column of the file what it is, or null where it is left out; as it was said before, and by the headings, unless said. */
  columns: z.optional(
    z.array(z.nullable(UserColumn)).check(
      z.maxLength(mostToImport.columns, `has more than ${mostToImport.columns} columns`),
      z.refine(columns => isOnceEach(columns.filter(column => column !== null)), {
        error: 'names a column twice',
      }),
    ),
  ),
});
export type CheckImport = z.output<typeof CheckImport>;

function isOnceEach(columns: readonly UserColumn[]): boolean {
  return new Set(columns).size === columns.length;
}

/** What is wrong with a row, and how it is mended. */
export const RowError = z.object({
  /** The heading of the column; absent: it is about the row. */
  heading: z.optional(z.string()),
  /** What stands there. */
  value: z.optional(z.string()),
  /** A sentence. */
  reason: z.string(),
  /** What to do: a sentence. */
  remedy: z.string(),
});
export type RowError = z.output<typeof RowError>;

/** What a row would change, as it would be written in the file. */
export const RowChange = z.object({ heading: z.string(), before: z.string(), after: z.string() });
export type RowChange = z.output<typeof RowChange>;

export const ImportRowView = z.object({
  /** Of the row in the file, as a spreadsheet numbers it. */
  number: z.int(),
  outcome: RowOutcome,
  /** Whom it is about, where there is such a user already. */
  user: z.optional(PersonId),
  name: z.string(),
  email: z.string(),
  changes: z.array(RowChange),
  errors: z.array(RowError),
});
export type ImportRowView = z.output<typeof ImportRowView>;

export const ListImportRows = z.strictObject({ ...OnImport, outcome: z.optional(RowOutcome), ...Paged });
export const ImportRowPage = pageOf(ImportRowView);
