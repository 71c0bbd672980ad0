/** What is kept of imports: for a week, as long as their files. */
import * as z from 'zod/mini';
import { ImportId, JobId, OrganizationId, PersonId } from '../contract/ids.ts';
import { ImportColumn, ImportFormat, ImportState, RowOutcome } from '../contract/imports.ts';
import { Time } from '../contract/text.ts';
import { UserColumn } from '../contract/user-columns.ts';

export const ImportFailure = z.enum([
  /** Whoever asked for it may not any more. */
  'not-allowed',
  /** Nothing was uploaded. */
  'no-file',
  /** Neither CSV nor a workbook. */
  'not-a-table',
  'broken',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  /** A cell has more text than a spreadsheet takes. */
  'too-long',
  /** It would unpack to far more than it is. */
  'bomb',
  'empty',
  /** By a fault of ours, or an outage: it may come to something yet. */
  'broke-off',
]);
export type ImportFailure = z.output<typeof ImportFailure>;

/** How many rows of one part of the plan come to what: so that nobody reads a part that has nothing of what they look for. */
const PartCounts = z.record(RowOutcome, z.int());
export type PartCounts = z.output<typeof PartCounts>;

const Actor = z.object({ organization: OrganizationId, person: PersonId });

export const Import = z.object({
  type: z.literal('import'),
  version: z.int(),
  organization: OrganizationId,
  id: ImportId,
  state: ImportState,
  fileName: z.string(),
  format: z.optional(ImportFormat),
  columns: z.array(ImportColumn),
  /** What somebody said of the columns, where somebody did. */
  mapping: z.optional(z.array(z.nullable(UserColumn))),
  sendInvitations: z.boolean(),
  /** How many rows are checked. */
  rows: z.int(),
  /** The plan: whoever checks writes one of their own, and whoever is through first has written the one that counts. */
  plan: z.optional(z.object({ run: z.string(), parts: z.array(PartCounts) })),
  failure: z.optional(ImportFailure),
  /** The number of the row at which it shows, where it is one's. */
  failedAt: z.optional(z.int()),
  job: z.optional(JobId),
  /** Whether the rows that the job could not do are in a file. */
  hasFailed: z.optional(z.boolean()),
  /** By whom, as the user that they acted as. */
  startedBy: Actor,
  /** How often somebody asked for a check: what is found belongs to one of these. */
  checks: z.int(),
  /** Who asked for it last: what their rights are then is asked when it is checked. */
  checkedFor: z.optional(Actor),
  createdAt: Time,
  /** Seconds since 1970, after which DynamoDB may sweep it: it is dead already. */
  ttl: z.int(),
});
export type Import = z.output<typeof Import>;
