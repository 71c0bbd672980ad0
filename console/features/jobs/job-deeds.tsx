/** What can be done about a job: let it rest, call it off, or see to those for whom it has failed. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { type Actor, may } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { isOver } from '../../ui/jobs/job-queries.ts';
import { PauseOrResume } from '../../ui/jobs/pause-or-resume.tsx';
import { maySteer, useCancelJob, useRetryJob } from '../../ui/jobs/use-job-deeds.ts';
import { notifyProblem } from '../../ui/notices.tsx';
import { saveAsFile } from '../../ui/save-as-file.ts';
import { failedOf } from './failed-of.ts';

const words = jobsTexts.deeds;

type JobDeedsProps = { org: string; actor: Actor; job: JobView };

export function JobDeeds({ org, actor, job }: JobDeedsProps) {
  // What is to be done about an import stands on its page.
  if (job.import) return <ToImport org={org} it={job.import} />;
  if (maySteer(actor, job))
    return (
      <>
        <Cancel org={org} job={job} />
        <PauseOrResume org={org} job={job} />
      </>
    );
  if (!isOver(job) || job.progress.failed === 0) return null;
  return (
    <>
      <Download org={org} job={job} />
      {may(actor, 'jobs.manage') && <Retry org={org} job={job} />}
    </>
  );
}

function ToImport({ org, it }: { org: string; it: string }) {
  return (
    <Button component={Link} to={`/o/${org}/imports/${it}`}>
      {words.import}
    </Button>
  );
}

type DeedProps = { org: string; job: JobView };

function Cancel({ org, job }: DeedProps) {
  const cancel = useCancelJob(org, job);
  return (
    <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {words.cancel}
    </Button>
  );
}

/** Goes on to the job that tries again. */
function Retry({ org, job }: DeedProps) {
  const navigate = useNavigate();
  const retry = useRetryJob(org, job, ({ id }) => void navigate(`/o/${org}/jobs/${id}`));
  return (
    <Button loading={retry.isPending} onClick={() => retry.mutate()}>
      {words.retry}
    </Button>
  );
}

function Download({ org, job }: DeedProps) {
  const download = useMutation({
    mutationFn: () => failedOf(org, job.id),
    onSuccess: csv => saveAsFile(jobsTexts.fileName(job.createdAt.slice(0, 10)), csv, 'text/csv'),
    onError: thrown => notifyProblem(problemOf(thrown)),
  });
  return (
    <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
      {words.download}
    </Button>
  );
}
