/** Exports: the users that a list shows, in a file. It is written beside the request, and kept for a day. */
import * as z from 'zod/mini';
import { ListUsers, UserFilter } from './find-users.ts';
import { ExportId, PersonId } from './ids.ts';
import { InOrganization, Paged, pageOf } from './lists.ts';
import { Time } from './text.ts';
import { UserColumn } from './user-columns.ts';

export const ExportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.output<typeof ExportFormat>;

export const ExportState = z.enum(['queued', 'running', 'done', 'failed']);
export type ExportState = z.output<typeof ExportState>;

const Columns = z.array(UserColumn).check(
  z.minLength(1, 'is empty'),
  z.refine(columns => new Set(columns).size === columns.length, { error: 'names a column twice' }),
);

export const StartExport = z.strictObject({
  ...InOrganization,
  format: ExportFormat,
  /** In this order; all that there are, unless said. */
  columns: z._default(Columns, UserColumn.options),
  /** Whom: as the list of users is asked. */
  filter: z.strictObject(UserFilter),
  sort: ListUsers.shape.sort,
});
export type StartExport = z.output<typeof StartExport>;

export const ExportView = z.object({
  id: ExportId,
  state: ExportState,
  format: ExportFormat,
  columns: z.array(UserColumn),
  /** How many rows are written. */
  progress: z.object({ done: z.int() }),
  /** How many there are, without the headings; once it is done. */
  rows: z.optional(z.int()),
  /** Why it failed: a sentence. */
  reason: z.optional(z.string()),
  startedBy: PersonId,
  createdAt: Time,
  finishedAt: z.optional(Time),
  /** Where the file is, as long as the link lives: ten minutes. Each look at the export makes a new one. */
  download: z.optional(z.object({ url: z.string(), expiresAt: Time })),
});
export type ExportView = z.output<typeof ExportView>;

export const OneExport = z.strictObject({ ...InOrganization, export: ExportId });
export const ListExports = z.strictObject({ ...InOrganization, ...Paged });
export const ExportPage = pageOf(ExportView);
