/** Examples of imports: users out of a file. */
import { type Examples, org, user } from './openapi-example.ts';

const id = 'imp_01kam3zq6h7c2v9w4n6b1x8r5m';

const waiting = {
  id,
  state: 'awaiting-file',
  fileName: 'new-colleagues.xlsx',
  columns: [],
  sendInvitations: true,
  progress: { done: 0 },
  startedBy: user,
  createdAt: '2026-11-22T09:00:00.000Z',
  expiresAt: '2026-11-29T09:00:00.000Z',
} as const;

const columns = [
  { heading: 'First name', column: 'firstName' },
  { heading: 'Last name', column: 'lastName' },
  { heading: 'Email', column: 'email' },
  { heading: 'Role', column: 'role' },
  { heading: 'Shoe size' },
] as const;

const checked = {
  ...waiting,
  ...{ state: 'checked', format: 'xlsx', columns, progress: { done: 412 } },
  counts: { create: 380, update: 21, unchanged: 9, error: 2 },
} as const;

const url = (file: string) =>
  `https://imports.s3.eu-central-1.amazonaws.com/reports/${file}.xlsx?X-Amz-Expires=600&X-Amz-Signature=5f2b`;
const expiresAt = '2026-11-22T09:11:05.000Z';

export const importsExamples: Examples = {
  'list-imports': { answer: { items: [checked] } },
  'start-import': {
    sent: { org, fileName: waiting.fileName },
    answer: {
      import: waiting,
      upload: {
        url: 'https://imports.s3.eu-central-1.amazonaws.com/',
        fields: {
          key: `uploads/${org}/${id}`,
          'Content-Type': 'application/octet-stream',
          Policy: 'eyJleHBp…',
        },
      },
    },
  },
  'get-import': {
    answer: {
      ...checked,
      report: { url: url('report'), expiresAt },
      failed: { url: url('failed'), expiresAt },
    },
  },
  'check-import': {
    sent: { org, import: id, columns: ['firstName', 'lastName', 'email', 'role', null] },
    answer: { ...waiting, state: 'checking', columns },
  },
  'list-import-rows': {
    answer: {
      items: [
        {
          ...{ number: 17, outcome: 'error', name: 'Ada Lovelace', email: 'ada@example.com', changes: [] },
          errors: [
            {
              heading: 'Role',
              value: 'boss',
              reason: 'There is no such role.',
              remedy: 'Put owner, admin, manager or user.',
            },
          ],
        },
      ],
    },
  },
  'commit-import': { answer: { ...checked, state: 'committed', job: 'job_01kam3zq6h3r8t6y1p5k0s2dfg' } },
  'cancel-import': { answer: { ...checked, state: 'cancelled' } },
};
