/** The jobs that change a group's members; what they have changed is shown as they get on. */
import { useQueryClient } from '@tanstack/react-query';
import { JobsAbout } from '../../ui/jobs/jobs-about.tsx';
import { membersKey } from '../../ui/people/team.ts';
import { useShowAgain } from '../../ui/people/use-changes.ts';
import classes from './groups.module.css';

/** Milliseconds by which the list of members may lag behind a job. */
const lag = 2_000;

export function GroupJobs({ org, id }: { org: string; id: string }) {
  const client = useQueryClient();
  const showAgain = useShowAgain({ org, id, kind: 'group' });
  const onProgress = () => {
    void showAgain();
    setTimeout(() => client.invalidateQueries({ queryKey: membersKey({ org, id }) }), lag);
  };
  return (
    <div className={classes.jobs}>
      <JobsAbout org={org} id={id} onProgress={onProgress} />
    </div>
  );
}
