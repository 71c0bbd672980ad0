/** Lets a job rest, or go on. */
import { Button } from '@mantine/core';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { useSteerJob } from './use-job-deeds.ts';

const words = jobsTexts.deeds;

export function PauseOrResume({ org, job }: { org: string; job: JobView }) {
  const pause = useSteerJob(org, job, 'pause-job');
  const resume = useSteerJob(org, job, 'resume-job');
  if (job.state === 'paused')
    return (
      <Button loading={resume.isPending} onClick={() => resume.mutate()}>
        {words.resume}
      </Button>
    );
  return (
    <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate()}>
      {words.pause}
    </Button>
  );
}
