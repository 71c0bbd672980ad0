/** What is kept of exports: for a day, as long as their files. */
import * as z from 'zod/mini';
import { ExportFormat, ExportState } from '../contract/exports.ts';
import { ListUsers, UserFilter } from '../contract/find-users.ts';
import { ExportId, OrganizationId, PersonId } from '../contract/ids.ts';
import { Time } from '../contract/text.ts';
import { UserColumn } from '../contract/user-columns.ts';

export const ExportFailure = z.enum([
  /** Whoever asked for it may not any more. */
  'not-allowed',
  /** More than one file has room for, or than can be written in time. */
  'too-many',
  /** By a fault of ours, or an outage: it may come to something yet. */
  'broke-off',
]);
export type ExportFailure = z.output<typeof ExportFailure>;

export const Export = z.object({
  type: z.literal('export'),
  version: z.int(),
  organization: OrganizationId,
  id: ExportId,
  format: ExportFormat,
  columns: z.array(UserColumn),
  filter: z.strictObject(UserFilter),
  sort: ListUsers.shape.sort,
  state: ExportState,
  /** How many are written. */
  rows: z.int(),
  failure: z.optional(ExportFailure),
  /** By whom, as the user that they acted as: their rights are asked again when it is written. */
  startedBy: z.object({ organization: OrganizationId, person: PersonId }),
  createdAt: Time,
  finishedAt: z.optional(Time),
  /** Seconds since 1970, after which DynamoDB may sweep it: it is dead already. */
  ttl: z.int(),
});
export type Export = z.output<typeof Export>;
