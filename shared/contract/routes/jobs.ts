/** What runs longer than a request. */
import { JobItemPage, JobPage, JobView, ListJobItems, ListJobs, OneJob } from '../jobs.ts';
import { type Route, reads } from '../route.ts';

export const jobsRoutes = {
  'list-jobs': {
    method: 'GET',
    path: '/v1/organizations/{org}/jobs',
    summary: 'Jobs of an organization, the newest first',
    access: { permission: 'jobs.read' },
    needs: reads,
    input: ListJobs,
    output: JobPage,
    status: 200,
    failures: [],
  },
  'get-job': {
    method: 'GET',
    path: '/v1/organizations/{org}/jobs/{job}',
    summary: 'How far a job is',
    access: { permission: 'jobs.read' },
    needs: reads,
    input: OneJob,
    output: JobView,
    status: 200,
    failures: [],
  },
  'list-job-items': {
    method: 'GET',
    path: '/v1/organizations/{org}/jobs/{job}/items',
    summary: 'What a job came to for each user',
    access: { permission: 'jobs.read' },
    needs: reads,
    input: ListJobItems,
    output: JobItemPage,
    status: 200,
    failures: [],
  },
} as const satisfies Record<string, Route>;
