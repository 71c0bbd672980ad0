/** Examples of jobs: what takes longer than a request, and one thing that is done to many users. */
import { type Examples, group, org, user } from './openapi-example.ts';

const job = 'job_01kam3zq6h3r8t6y1p5k0s2dfg';

/** A job that adds users to a group. */
export const running = {
  id: job,
  kind: 'change-group-members',
  state: 'running',
  about: { id: group, name: 'Europe' },
  progress: { done: 120, failed: 0, skipped: 2, total: 500 },
  startedBy: user,
  createdAt: '2026-11-21T09:30:00.000Z',
} as const;

const deactivating = {
  id: 'job_01kam3zq6hd8x3n6v1r9p4c7ty',
  kind: 'bulk',
  state: 'queued',
  deed: { action: 'deactivate' },
  progress: { done: 0, failed: 0, skipped: 0, total: 1 },
  startedBy: user,
  createdAt: '2026-11-22T09:00:00.000Z',
} as const;

export const jobsExamples: Examples = {
  'list-jobs': { answer: { items: [running] } },
  'get-job': { answer: running },
  'list-job-items': {
    answer: {
      items: [
        { user, name: 'Ada Lovelace', action: 'add', outcome: 'done' },
        {
          user: 'usr_01kam3zq6h9f4d2s7a1g5h8jkm',
          action: 'add',
          outcome: 'skipped',
          reason: 'Is in the group already.',
        },
      ],
    },
  },
  'pause-job': { answer: { ...running, state: 'paused' } },
  'resume-job': { answer: { ...running, state: 'queued' } },
  'cancel-job': { answer: { ...running, state: 'cancelled', finishedAt: '2026-11-22T09:00:04.000Z' } },
  'retry-job': { answer: { ...deactivating, retryOf: deactivating.id } },
  'preview-bulk': {
    sent: { org, deed: deactivating.deed, selection: { filter: { status: ['active'], group: [group] } } },
    answer: {
      ...{ total: 500, isMore: false, ready: 499 },
      skipped: [
        { reason: 'Nobody deactivates or deletes themselves. Another administrator can do it.', count: 1 },
      ],
    },
  },
  'start-bulk': {
    sent: { org, deed: deactivating.deed, selection: { users: [user] } },
    answer: deactivating,
  },
};
