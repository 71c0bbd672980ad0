/** A job that one has started, at the foot of every page: how far it is, and then what it came to. */
import { Button, CloseButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import type { JobView } from '../../../shared/contract/jobs.ts';
import type { Actor } from '../../api/actor.ts';
import { serverNow } from '../../api/clock.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { t } from '../../texts/texts.ts';
import classes from './followed.module.css';
import { unfollowJob } from './followed.ts';
import { placeOf } from './job-place.ts';
import { JobProgress, whatItDoes } from './job-progress.tsx';
import { isOver, jobQueries } from './job-queries.ts';
import { summaryOf } from './summary.ts';
import { undoingOf } from './undoing.ts';
import { maySteer, useCancelJob, useUndoJob } from './use-job-deeds.ts';
import { useSeen } from './use-seen.ts';

type FollowedJobProps = { org: string; actor: Actor; job: JobView };

export function FollowedJob({ org, actor, job: begun }: FollowedJobProps) {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const job =
    useQuery({
      ...jobQueries.one(org, begun.id),
      placeholderData: begun,
      refetchInterval: ({ state }) => pauseFor(state.data ?? begun),
    }).data ?? begun;
  const over = isOver(job);
  const isOnPage = [job.id, job.import, job.about?.id].some(id => id && pathname.includes(id));
  const dismiss = () => unfollowJob(client, org, job);
  useShowWhatBecame(org, over);
  useSeen(over && (isOnPage || job.progress.failed === 0), dismiss);
  // The page says it all, but for the way back.
  if (isOnPage && !(over && undoingOf(job))) return null;
  return (
    <section className={classes.job} aria-label={whatItDoes(job)} data-over={over || undefined}>
      {over ? (
        <p role="status" className={classes.summary}>
          {summaryOf(job)}
        </p>
      ) : (
        <>
          <bdi className={classes.what}>{whatItDoes(job)}</bdi>
          <JobProgress job={job} />
        </>
      )}
      <div className={classes.deeds}>
        {over && <Undo org={org} job={job} onStarted={dismiss} />}
        {/* An import is called off where it is seen what becomes of it. */}
        {maySteer(actor, job) && !job.import && <Cancel org={org} job={job} />}
        {!pathname.includes(job.id) && (
          <Button component={Link} to={placeOf(org, job)} size="xs" variant="default">
            {words.card.more}
          </Button>
        )}
        {over && <CloseButton aria-label={words.card.hide} title={words.card.hide} onClick={dismiss} />}
      </div>
    </section>
  );
}

type DeedProps = { org: string; job: JobView };

function Cancel({ org, job }: DeedProps) {
  const cancel = useCancelJob(org, job);
  return (
    <Button size="xs" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {t.cancel}
    </Button>
  );
}

function Undo({ org, job, onStarted }: DeedProps & { onStarted: () => void }) {
  const undo = useUndoJob(org, job, onStarted);
  const undoing = undoingOf(job);
  if (!undoing) return null;
  return (
    <Button size="xs" loading={undo.isPending} onClick={() => undo.mutate(undoing)}>
      {t.undo}
    </Button>
  );
}

/** In milliseconds: often in the beginning, and less and less often the longer it takes. */
function pauseFor(job: JobView): number | false {
  const age = serverNow() - Date.parse(job.createdAt);
  return isOver(job) ? false : Math.min(10_000, Math.max(1_000, age / 8));
}

/** Everything that shows users may look different now. */
function useShowWhatBecame(org: string, over: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!over) return;
    const show = () => {
      for (const key of changedByJobs) void client.invalidateQueries({ queryKey: [key, org] });
    };
    show();
    // Lists are read from an index, which lags a moment behind.
    const again = setTimeout(show, indexLag);
    return () => clearTimeout(again);
  }, [over, client, org]);
}

/** In milliseconds. */
const indexLag = 3_000;

const changedByJobs = [
  ...['users', 'user-counts', 'user', 'user-sessions', 'user-permissions', 'organization', 'usage'],
  ...['members', 'people', 'people-page', 'groups', 'group', 'projects', 'project', 'jobs', 'job-items'],
];
