/** The jobs that change a group's members; what they have changed is shown as they get on. */
import { JobsAbout } from '../../ui/jobs/jobs-about.tsx';
import { useShowAgain } from '../../ui/people/use-changes.ts';
import classes from './groups.module.css';

export function GroupJobs({ org, id }: { org: string; id: string }) {
  const showAgain = useShowAgain({ org, id, kind: 'group' });
  return (
    <div className={classes.jobs}>
      <JobsAbout org={org} id={id} onProgress={showAgain} />
    </div>
  );
}
