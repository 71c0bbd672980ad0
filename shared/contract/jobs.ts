/** Jobs: work that takes longer than a request, with its progress and one outcome for each user. */
import * as z from 'zod/mini';
import { BulkDeed } from './bulk.ts';
import { ImportId, JobId, PersonId } from './ids.ts';
import { InOrganization, Paged, pageOf } from './lists.ts';
import { Time } from './text.ts';

export const JobKind = z.enum([
  /** Users are added to a group, or removed from it. */
  'change-group-members',
  /** A custom role, group or project that was deleted is taken from those who had it. */
  'unassign',
  /** One thing is done to many users. */
  'bulk',
  /** Users are created and changed as an import has planned it. */
  'import',
]);
export type JobKind = z.output<typeof JobKind>;

/** `paused`, `cancelled`: somebody let it rest, or called it off; what was done until then stays. */
export const JobState = z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']);
export type JobState = z.output<typeof JobState>;

export const JobView = z.object({
  id: JobId,
  kind: JobKind,
  state: JobState,
  /** The group, custom role or project that it is about, where it is about one. */
  about: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** What is done to each user, where that is one thing for all. */
  deed: z.optional(BulkDeed),
  progress: z.object({ done: z.int(), failed: z.int(), skipped: z.int(), total: z.int() }),
  startedBy: z.optional(PersonId),
  createdAt: Time,
  finishedAt: z.optional(Time),
  /** The job whose failed users this one tries again. */
  retryOf: z.optional(JobId),
  /** The import whose plan it does. */
  import: z.optional(ImportId),
});
export type JobView = z.output<typeof JobView>;

const OnJob = { ...InOrganization, job: JobId };
export const OneJob = z.strictObject(OnJob);
export const ListJobs = z.strictObject({ ...InOrganization, ...Paged });
export const JobPage = pageOf(JobView);

export const JobItemView = z.object({
  /** Of an import also whoever was to be created, and has not come in after all. */
  user: PersonId,
  /** Their name now; absent: they are gone. */
  name: z.optional(z.string()),
  /** Of an import: the row's number in the file. */
  row: z.optional(z.int()),
  /** Where a job adds some users and removes others. */
  action: z.optional(z.enum(['add', 'remove'])),
  outcome: z.enum(['waiting', 'done', 'skipped', 'failed']),
  /** Why it was skipped or failed: a sentence. */
  reason: z.optional(z.string()),
});
export type JobItemView = z.output<typeof JobItemView>;
export const ListJobItems = z.strictObject({ ...OnJob, ...Paged });
export const JobItemPage = pageOf(JobItemView);
