/** One job: how far it is, and what became of each. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { t } from '../../texts/texts.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { JobItems } from '../../ui/jobs/job-items.tsx';
import { JobProgress, JobStatus, whatItDoes } from '../../ui/jobs/job-progress.tsx';
import { jobQueries } from '../../ui/jobs/job-queries.ts';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Somebody } from '../../ui/people/somebody.tsx';
import { ProblemPage } from '../../ui/problem-notice.tsx';
import { Ago } from '../../ui/time.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { JobDeeds } from './job-deeds.tsx';
import classes from './jobs.module.css';

export function JobPage() {
  const { org = '', job: id = '' } = useParams();
  const actor = useActor(org);
  const reads = actor !== undefined && may(actor, 'jobs.read');
  const job = useQuery({ ...jobQueries.one(org, id), enabled: reads });
  if (!reads) return <NotFound />;
  if (job.data) return <OneJob org={org} actor={actor} job={job.data} />;
  if (!job.error) return <Waiting />;
  const problem = problemOf(job.error);
  const unknown = problem.kind === 'not-found' || problem.kind === 'validation-failed';
  return unknown ? <NotFound /> : <ProblemPage problem={problem} onRetry={() => job.refetch()} />;
}

function OneJob({ org, actor, job }: { org: string; actor: Actor; job: JobView }) {
  const narrow = useNarrow();
  const deeds = <JobDeeds key={job.id} org={org} actor={actor} job={job} />;
  return (
    <Page
      title={whatItDoes(job)}
      before={<BackLink to={`/o/${org}/jobs`}>{words.title}</BackLink>}
      aside={<JobStatus state={job.state} />}
      actions={narrow ? undefined : deeds}
    >
      <div className={classes.head}>
        <JobProgress job={job} />
        <Facts>
          <Fact name={words.facts.by}>
            {job.startedBy ? <Somebody org={org} id={job.startedBy} /> : words.bySystem}
          </Fact>
          <Fact name={words.facts.started}>
            <Ago time={job.createdAt} />
          </Fact>
          {job.finishedAt && (
            <Fact name={words.facts.finished}>
              <Ago time={job.finishedAt} />
            </Fact>
          )}
          {job.retryOf && (
            <Fact name={words.facts.retryOf}>
              <Link to={`/o/${org}/jobs/${job.retryOf}`}>{words.retryOf}</Link>
            </Fact>
          )}
        </Facts>
      </div>
      {narrow && <div className={classes.deeds}>{deeds}</div>}
      <JobItems key={job.id} org={org} job={job} />
    </Page>
  );
}

function Waiting() {
  return (
    <Page title={t.loading} heading={<Skeleton height={28} width={280} />}>
      <Skeleton height={72} radius="lg" />
    </Page>
  );
}
