/** What is kept of jobs. */
import * as z from 'zod/mini';
import { BulkDeed } from '../contract/bulk.ts';
import { UserFilter } from '../contract/find-users.ts';
import { ImportId, JobId, OrganizationId, PersonId } from '../contract/ids.ts';
import { JobItemView, JobKind, JobState } from '../contract/jobs.ts';
import { Time } from '../contract/text.ts';
import { AssignedId } from './assigned-id.ts';

const version = z.int();

/** Whom a job is about, while they are still being gathered, and the position up to which they are. */
export const Gathering = z.union([
  z.object({ filter: z.object(UserFilter), after: z.optional(z.string()) }),
  /** The users of another job, by what it came to for them. */
  z.object({ job: JobId, outcome: z.enum(['done', 'failed']), after: z.optional(z.string()) }),
]);
export type Gathering = z.output<typeof Gathering>;

/** Work on many users, a slice of them at a time. */
export const Job = z.object({
  type: z.literal('job'),
  version,
  organization: OrganizationId,
  id: JobId,
  kind: JobKind,
  state: JobState,
  about: z.optional(z.object({ id: AssignedId, name: z.string() })),
  /** What is done to each, where that is one thing for all. */
  deed: z.optional(BulkDeed),
  retryOf: z.optional(JobId),
  /** Gone as soon as everybody is gathered: words that were looked for are not kept. */
  gathering: z.optional(Gathering),
  /** Whose plan it does, and up to where: the part of the plan and the row in it that come next. */
  import: z.optional(ImportId),
  at: z.optional(z.object({ part: z.int(), row: z.int() })),
  /** By whom, as the user that they acted as: their rights are asked again at every slice. */
  startedBy: z.optional(z.object({ organization: OrganizationId, person: PersonId })),
  slices: z.int(),
  /** How many of them are behind it. */
  done: z.int(),
  progress: z.object({ done: z.int(), failed: z.int(), skipped: z.int(), total: z.int() }),
  createdAt: Time,
  finishedAt: z.optional(Time),
});
export type Job = z.output<typeof Job>;

/** A user of a job, by id alone: what they are called is read when it is shown. */
export const JobItem = z.omit(JobItemView, { name: true });
export type JobItem = z.output<typeof JobItem>;

export const JobSlice = z.object({
  type: z.literal('job-slice'),
  version,
  organization: OrganizationId,
  job: JobId,
  /** From 0. */
  number: z.int(),
  items: z.array(JobItem),
});
export type JobSlice = z.output<typeof JobSlice>;
