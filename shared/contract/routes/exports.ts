/** The users of an organization, in a file. */
import { ExportPage, ExportView, ListExports, OneExport, StartExport } from '../exports.ts';
import { type Route, reads, writes } from '../route.ts';

export const exportsRoutes = {
  'list-exports': {
    method: 'GET',
    path: '/v1/organizations/{org}/exports',
    summary: 'Exports of the last day, the newest first; one by itself also says where its file is',
    access: { permission: 'users.export' },
    needs: reads,
    input: ListExports,
    output: ExportPage,
    status: 200,
    failures: [],
  },
  'start-export': {
    method: 'POST',
    path: '/v1/organizations/{org}/exports',
    summary: 'Write the users that a list shows into a file',
    access: { permission: 'users.export' },
    needs: writes,
    input: StartExport,
    output: ExportView,
    status: 202,
    idempotent: true,
    failures: ['changed-meanwhile'],
  },
  'get-export': {
    method: 'GET',
    path: '/v1/organizations/{org}/exports/{export}',
    summary: 'How far an export is, and once it is done a link to its file that lives ten minutes',
    access: { permission: 'users.export' },
    needs: ['directory:read', 'files:link'],
    input: OneExport,
    output: ExportView,
    status: 200,
    failures: [],
  },
} as const satisfies Record<string, Route>;
