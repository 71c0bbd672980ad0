/** What can be done about a job: let it rest, call it off, try again what has failed, take it back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BulkDeed } from '../../../shared/contract/bulk.ts';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { type Actor, may } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { useIdempotencyKey } from '../idempotency-key.ts';
import { notifyProblem } from '../notices.tsx';
import { followJob } from './followed.ts';
import { isOver, jobQueries } from './job-queries.ts';

/** What was deleted is taken from everybody: that neither rests nor is called off. */
export function maySteer(actor: Actor, job: JobView): boolean {
  return may(actor, 'jobs.manage') && !isOver(job) && job.kind !== 'unassign';
}

const onError = (thrown: Error) => notifyProblem(problemOf(thrown));

export function useCancelJob(org: string, job: JobView) {
  return useSteerJob(org, job, 'cancel-job');
}

type Steering = 'pause-job' | 'resume-job' | 'cancel-job';

export function useSteerJob(org: string, { id: job }: JobView, steering: Steering) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(steering, { org, job }),
    onSuccess: async steered => {
      const { queryKey } = jobQueries.one(org, job);
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, steered);
      await client.invalidateQueries({ queryKey: ['jobs', org] });
    },
    onError: thrown => {
      onError(thrown);
      // It may have come to its end before.
      void client.invalidateQueries({ queryKey: ['job', org, job] });
    },
  });
}

/** @param onStarted told of the job that tries again */
export function useRetryJob(org: string, { id: job }: JobView, onStarted: (retry: JobView) => void) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: () => call('retry-job', { org, job }, { idempotencyKey: keyFor({ job }) }),
    onSuccess: retry => {
      void followJob(client, org, retry);
      onStarted(retry);
    },
    onError,
  });
}

/** @param onStarted called when the job that takes it back has begun */
export function useUndoJob(org: string, { id: job }: JobView, onStarted: () => void) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: (deed: BulkDeed) =>
      call(
        'start-bulk',
        { org, deed, selection: { doneBy: job } },
        { idempotencyKey: keyFor({ deed, job }) },
      ),
    onSuccess: undoing => {
      void followJob(client, org, undoing);
      onStarted();
    },
    onError,
  });
}
