/** What can be done with an import that is under way: let it rest, let it go on, or call it off. */
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { type Actor, may } from '../../api/actor.ts';
import { importsTexts } from '../../texts/imports.ts';
import { formatNumber } from '../../ui/format.ts';
import { isOver } from '../../ui/jobs/job-queries.ts';
import { PauseOrResume } from '../../ui/jobs/pause-or-resume.tsx';
import { useCancelJob } from '../../ui/jobs/use-job-deeds.ts';
import { later } from '../../ui/later.ts';
import { notReached } from './run-words.ts';

const words = importsTexts.run;
const Dialog = later(async () => (await import('../../ui/dialog.tsx')).Dialog);

type DeedsProps = { org: string; actor: Actor; job: JobView };

export function RunDeeds({ org, actor, job }: DeedsProps) {
  if (isOver(job) || !may(actor, 'jobs.manage')) return null;
  return (
    <>
      <Cancel org={org} job={job} />
      <PauseOrResume org={org} job={job} />
    </>
  );
}

function Cancel({ org, job }: Omit<DeedsProps, 'actor'>) {
  const [asking, setAsking] = useState(false);
  const cancel = useCancelJob(org, job);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.cancel}
      </Button>
      <Suspense>
        {asking && (
          <Dialog
            title={words.ask.title}
            confirm={words.ask.confirm}
            cancel={words.ask.keep}
            danger
            busy={cancel.isPending}
            onConfirm={() => cancel.mutate(undefined, { onSettled: () => setAsking(false) })}
            onClose={() => setAsking(false)}
          >
            <p>{words.ask.lead(formatNumber(notReached(job)))}</p>
          </Dialog>
        )}
      </Suspense>
    </>
  );
}
