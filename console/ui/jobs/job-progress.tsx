/** How far a job is: in a bar, in words, and as a state. */
import type { JobState, JobView } from '../../../shared/contract/jobs.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { t } from '../../texts/texts.ts';
import { formatNumber } from '../format.ts';
import { Progress } from '../progress.tsx';
import { Status, type Tone } from '../status.tsx';
import { isOver } from './job-queries.ts';
import classes from './jobs.module.css';

const tones: Readonly<Record<JobState, Tone>> = {
  queued: 'waiting',
  running: 'accent',
  paused: 'waiting',
  done: 'good',
  failed: 'bad',
  cancelled: 'faint',
};

export function JobStatus({ state }: { state: JobState }) {
  return <Status tone={tones[state]}>{words.states[state]}</Status>;
}

export function whatItDoes({ kind, about, deed }: JobView): string {
  const name = about?.name ?? words.nameless;
  if (!deed) return words.kinds[kind](name);
  if (deed.action === 'set-role') return words.bulk['set-role'](t.roles[deed.role].name);
  if (deed.action === 'require-mfa' && !deed.required) return words.noLongerRequired;
  return words.bulk[deed.action](name);
}

export function JobProgress({ job }: { job: JobView }) {
  const { done, failed, skipped, total } = job.progress;
  const finished = done + failed + skipped;
  const said = [
    total === 0 && !isOver(job) ? words.begins : words.progress(formatNumber(finished), formatNumber(total)),
    ...(skipped > 0 ? [words.skipped(formatNumber(skipped))] : []),
    ...(failed > 0 ? [words.failed(formatNumber(failed))] : []),
  ].join(' · ');
  return (
    <span className={classes.progress}>
      <Progress
        label={words.progressOf(whatItDoes(job))}
        value={finished}
        total={total}
        words={said}
        over={job.state === 'done'}
      />
      <span className={classes.said} data-failed={failed > 0 || undefined}>
        {said}
      </span>
    </span>
  );
}
