/** Above the jobs and the imports, for whoever may see both. */
import { type Actor, may } from '../../api/actor.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { Tabs } from '../tabs.tsx';

export function JobTabs({ org, actor }: { org: string; actor: Actor }) {
  if (!may(actor, 'users.import') || !may(actor, 'jobs.read')) return null;
  const { label, jobs, imports } = words.tabs;
  return (
    <Tabs
      label={label}
      tabs={[
        { to: `/o/${org}/jobs`, label: jobs },
        { to: `/o/${org}/imports`, label: imports },
      ]}
    />
  );
}
