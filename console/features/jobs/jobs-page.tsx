/** The jobs of an organization, the newest first. */
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { JobView } from '../../../shared/contract/jobs.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { placeOf } from '../../ui/jobs/job-place.ts';
import { JobProgress, JobStatus, whatItDoes } from '../../ui/jobs/job-progress.tsx';
import { jobQueries } from '../../ui/jobs/job-queries.ts';
import { JobTabs } from '../../ui/jobs/job-tabs.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { Somebody } from '../../ui/people/somebody.tsx';
import { Ago } from '../../ui/time.tsx';
import { useCursor } from '../../ui/use-cursor.ts';
import classes from './jobs.module.css';

export function JobsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'jobs.read') ? <Jobs org={org} actor={actor} /> : <NotFound />;
}

function Jobs({ org, actor }: { org: string; actor: Actor }) {
  const { cursor, pages } = useCursor();
  const jobs = useQuery(jobQueries.list(org, cursor));
  return (
    <Page title={may(actor, 'users.import') ? words.titleWithImports : words.title}>
      <JobTabs org={org} actor={actor} />
      <p className={classes.lead}>{words.lead}</p>
      <DataTable
        label={words.title}
        columns={columns(org)}
        rows={jobs.data?.items}
        idOf={({ id }) => id}
        problem={jobs.error ? problemOf(jobs.error) : undefined}
        onRetry={() => jobs.refetch()}
        sorting={{ key: 'started', descending: true }}
        onSort={() => undefined}
        stale={jobs.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconListCheck stroke={1.75} />} title={words.empty.title}>
            {words.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(jobs.data?.nextCursor)} />
      </div>
    </Page>
  );
}

function columns(org: string): Column<JobView>[] {
  const titles = words.columns;
  return [
    {
      key: 'what',
      title: titles.what,
      kind: 'lead',
      cell: job => (
        <Link className={classes.name} to={placeOf(org, job)}>
          <bdi>{whatItDoes(job)}</bdi>
        </Link>
      ),
    },
    { key: 'state', title: titles.state, cell: ({ state }) => <JobStatus state={state} /> },
    { key: 'progress', title: titles.progress, cell: job => <JobProgress job={job} /> },
    {
      key: 'by',
      title: titles.by,
      kind: 'wide',
      cell: ({ startedBy }) => (startedBy ? <Somebody org={org} id={startedBy} /> : words.bySystem),
    },
    { key: 'started', title: titles.started, cell: ({ createdAt }) => <Ago time={createdAt} /> },
  ];
}
