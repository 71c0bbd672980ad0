/** The work that one has begun in an organization, on every page of it. What draws it comes when there is any. */
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { Actor } from '../../api/actor.ts';
import { followedJobs } from '../../ui/jobs/followed.ts';
import { later } from '../../ui/later.ts';

const FollowedJobs = later(async () => (await import('../../ui/jobs/followed-jobs.tsx')).FollowedJobs);

export function OwnJobs({ org, actor }: { org: string; actor: Actor }) {
  const jobs = useQuery(followedJobs(org)).data ?? [];
  return <Suspense>{jobs.length > 0 && <FollowedJobs org={org} actor={actor} jobs={jobs} />}</Suspense>;
}
