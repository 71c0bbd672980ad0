/** An import that is being done, or was: how far its job is, and what came of it. */
import { useQuery } from '@tanstack/react-query';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { problemOf } from '../../api/problem.ts';
import { importsTexts } from '../../texts/imports.ts';
import { JobItems } from '../../ui/jobs/job-items.tsx';
import { JobProgress, JobStatus } from '../../ui/jobs/job-progress.tsx';
import { isOver, jobQueries } from '../../ui/jobs/job-queries.ts';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import classes from './import.module.css';
import { ImportFacts } from './import-facts.tsx';
import { ImportFrame } from './import-frame.tsx';
import type { ImportProps } from './import-page.tsx';
import { NotIn } from './not-in.tsx';
import { RunDeeds } from './run-deeds.tsx';
import { cameTo } from './run-words.ts';

const words = importsTexts.run;

export function Run({ org, actor, it }: ImportProps) {
  const job = useQuery(jobQueries.one(org, it.job ?? ''));
  return (
    <ImportFrame
      org={org}
      it={it}
      status={job.data && <JobStatus state={job.data.state} />}
      deeds={job.data && <RunDeeds org={org} actor={actor} job={job.data} />}
    >
      {job.error && !job.data ? (
        <ProblemPage problem={problemOf(job.error)} onRetry={() => job.refetch()} />
      ) : (
        <>
          <div className={classes.head}>
            {job.data && <HowFar job={job.data} />}
            <ImportFacts org={org} it={it} />
          </div>
          {job.data && isOver(job.data) && <NotIn org={org} it={it} job={job.data} />}
          {job.data && (
            <>
              <h2 className={classes.subtitle}>{words.each}</h2>
              <JobItems org={org} job={job.data} />
            </>
          )}
        </>
      )}
    </ImportFrame>
  );
}

function HowFar({ job }: { job: JobView }) {
  if (isOver(job))
    return (
      <p role="status" className={classes.sum}>
        {cameTo(job)}
      </p>
    );
  return (
    <div className={classes.running}>
      <JobProgress job={job} />
      <p className={classes.quiet}>{job.state === 'paused' ? words.paused : words.leave}</p>
    </div>
  );
}
