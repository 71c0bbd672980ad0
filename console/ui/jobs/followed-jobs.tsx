/** All jobs that are followed, at the foot of the window. */
import type { JobView } from '../../../shared/contract/jobs.ts';
import type { Actor } from '../../api/actor.ts';
import { Foot } from '../foot.tsx';
import { FollowedJob } from './followed-job.tsx';

type FollowedJobsProps = { org: string; actor: Actor; jobs: readonly JobView[] };

/** More than these are a list: that of the jobs. */
const most = 3;

export function FollowedJobs({ org, actor, jobs }: FollowedJobsProps) {
  return (
    <Foot>
      {jobs.slice(0, most).map(job => (
        <FollowedJob key={job.id} org={org} actor={actor} job={job} />
      ))}
    </Foot>
  );
}
