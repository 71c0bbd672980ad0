/** Examples of exports: users in a file. */
import { type Examples, group, org, user } from './openapi-example.ts';

const queued = {
  id: 'exp_01kam3zq6h7c2v9w4n6b1x8r5m',
  state: 'queued',
  format: 'xlsx',
  columns: ['firstName', 'lastName', 'email', 'groups'],
  progress: { done: 0 },
  startedBy: user,
  createdAt: '2026-11-22T09:00:00.000Z',
} as const;

const written = {
  ...queued,
  state: 'done',
  progress: { done: 1284 },
  rows: 1284,
  finishedAt: '2026-11-22T09:00:03.000Z',
} as const;

const url =
  'https://exports.s3.eu-central-1.amazonaws.com/exports/users.xlsx?X-Amz-Expires=600&X-Amz-Signature=5f2b';

export const exportsExamples: Examples = {
  'list-exports': { answer: { items: [written] } },
  'start-export': {
    sent: {
      ...{ org, format: 'xlsx', columns: queued.columns, sort: 'name' },
      filter: { status: ['active'], group: [group] },
    },
    answer: queued,
  },
  'get-export': { answer: { ...written, download: { url, expiresAt: '2026-11-22T09:10:05.000Z' } } },
};
