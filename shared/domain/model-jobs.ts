/** What is kept of jobs. */
import * as z from 'zod/mini';
import { JobId, OrganizationId, PersonId } from '../contract/ids.ts';
import { JobItemView, JobKind, JobState } from '../contract/jobs.ts';
import { Time } from '../contract/text.ts';
import { AssignedId } from './assigned-id.ts';

const version = z.int();

/** Work on many users, a slice of them at a time. */
export const Job = z.object({
  type: z.literal('job'),
  version,
  organization: OrganizationId,
  id: JobId,
  kind: JobKind,
  state: JobState,
  about: z.object({ id: AssignedId, name: z.string() }),
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

export const JobSlice = z.object({
  type: z.literal('job-slice'),
  version,
  organization: OrganizationId,
  job: JobId,
  /** From 0. */
  number: z.int(),
  items: z.array(JobItemView),
});
export type JobSlice = z.output<typeof JobSlice>;
