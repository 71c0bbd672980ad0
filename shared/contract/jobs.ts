/** Jobs: work that takes longer than a request, with its progress and one outcome for each user. */
import * as z from 'zod/mini';
import { JobId, PersonId } from './ids.ts';
import { InOrganization, Paged, pageOf } from './lists.ts';
import { Time } from './text.ts';

export const JobKind = z.enum([
  /** Users are added to a group, or removed from it. */
  'change-group-members',
  /** A custom role, group or project that was deleted is taken from those who had it. */
  'unassign',
]);
export type JobKind = z.output<typeof JobKind>;

export const JobState = z.enum(['queued', 'running', 'done', 'failed']);
export type JobState = z.output<typeof JobState>;

export const JobView = z.object({
  id: JobId,
  kind: JobKind,
  state: JobState,
  /** What it is about: a group, a custom role, a project. */
  about: z.object({ id: z.string(), name: z.string() }),
  progress: z.object({ done: z.int(), failed: z.int(), skipped: z.int(), total: z.int() }),
  startedBy: z.optional(PersonId),
  createdAt: Time,
  finishedAt: z.optional(Time),
});
export type JobView = z.output<typeof JobView>;

const OnJob = { ...InOrganization, job: JobId };
export const OneJob = z.strictObject(OnJob);
export const ListJobs = z.strictObject({ ...InOrganization, ...Paged });
export const JobPage = pageOf(JobView);

export const JobItemView = z.object({
  user: PersonId,
  action: z.enum(['add', 'remove']),
  outcome: z.enum(['waiting', 'done', 'skipped', 'failed']),
  /** Why it was skipped or failed: a sentence. */
  reason: z.optional(z.string()),
});
export type JobItemView = z.output<typeof JobItemView>;
export const ListJobItems = z.strictObject({ ...OnJob, ...Paged });
export const JobItemPage = pageOf(JobItemView);
