/** The jobs about one thing, on its page: those that run, and those that have just ended until they are dismissed. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { serverNow } from '../../api/clock.ts';
import { remembered, useRemembered } from '../../state/remembered.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { JobProgress, JobStatus, whatItDoes } from './job-progress.tsx';
import { isOver, jobQueries } from './job-queries.ts';
import classes from './jobs.module.css';

const dismissed = remembered('dismissed-jobs', '');
/** As many as one is likely to see again. */
const kept = 50;

const hour = 3_600_000;

type JobsAboutProps = { org: string; id: string /** When one has got further. */; onProgress: () => void };

export function JobsAbout({ org, id, onProgress }: JobsAboutProps) {
  const [gone, setGone] = useRemembered(dismissed);
  const all = useQuery(jobQueries.list(org)).data?.items;
  const jobs = all?.filter(({ about }) => about?.id === id) ?? [];
  useOnChange(all && jobs.map(({ id: job, state, progress }) => [job, state, progress.done]), onProgress);
  const ids = gone.split(' ');
  const shown = jobs.filter(job => !isOver(job) || (isRecent(job) && !ids.includes(job.id)));
  if (shown.length === 0) return null;
  return (
    <ul className={classes.cards} aria-label={words.title}>
      {shown.map(job => (
        <JobCard
          key={job.id}
          org={org}
          job={job}
          onDismiss={() => setGone([job.id, ...ids].slice(0, kept).join(' '))}
        />
      ))}
    </ul>
  );
}

function isRecent({ finishedAt }: JobView): boolean {
  return finishedAt !== undefined && serverNow() - Date.parse(finishedAt) < hour;
}

/** Tells when something is different from what was seen before; undefined is nothing seen. */
function useOnChange(value: unknown, tell: () => void): void {
  const now = JSON.stringify(value);
  const before = useRef(now);
  useEffect(() => {
    if (before.current !== undefined && before.current !== now) tell();
    before.current = now;
  });
}

function JobCard({ org, job, onDismiss }: { org: string; job: JobView; onDismiss: () => void }) {
  return (
    <li className={classes.card}>
      <div className={classes.about}>
        <span className={classes.line}>
          <bdi className={classes.what}>{whatItDoes(job)}</bdi>
          <JobStatus state={job.state} />
        </span>
        {!isOver(job) && <span className={classes.hint}>{words.card.running}</span>}
      </div>
      <div className={classes.deeds}>
        <Button component={Link} to={`/o/${org}/jobs/${job.id}`} size="xs" variant="default">
          {words.card.details}
        </Button>
        {isOver(job) && (
          <Button size="xs" variant="subtle" onClick={onDismiss}>
            {words.card.dismiss}
          </Button>
        )}
      </div>
      <JobProgress job={job} />
    </li>
  );
}
