/** What became of each user whom a job was about, a page at a time. */
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { JobItemView, JobView } from '../../../shared/contract/jobs.ts';
import { problemOf } from '../../api/problem.ts';
import { jobsTexts as words } from '../../texts/jobs.ts';
import { type Column, DataTable } from '../data-table.tsx';
import { Empty } from '../empty.tsx';
import { formatNumber } from '../format.ts';
import { Pages } from '../pages.tsx';
import { Status, type Tone } from '../status.tsx';
import { useCursor } from '../use-cursor.ts';
import classes from './job-items.module.css';
import { isOver, jobQueries } from './job-queries.ts';

export function JobItems({ org, job }: { org: string; job: JobView }) {
  const { cursor, pages } = useCursor();
  const over = isOver(job);
  const items = useQuery(jobQueries.items(org, job.id, cursor, !over));
  const rows = items.data?.items;
  const isNobody = rows?.length === 0;
  if (isNobody && !over) return <p className={classes.gone}>{words.items.nobodyYet}</p>;
  return (
    <>
      <DataTable
        label={words.items.label}
        columns={columns(org, job)}
        rows={isNobody && items.isPlaceholderData ? undefined : rows}
        idOf={({ user, action }) => `${user} ${action ?? ''}`}
        problem={items.error ? problemOf(items.error) : undefined}
        onRetry={() => items.refetch()}
        sorting={{ key: 'user', descending: false }}
        onSort={() => undefined}
        stale={items.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconUsers stroke={1.75} />} title={words.items.empty.title}>
            {words.items.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(items.data?.nextCursor)} />
      </div>
    </>
  );
}

const tones: Readonly<Record<JobItemView['outcome'], Tone>> = {
  waiting: 'waiting',
  done: 'good',
  skipped: 'faint',
  failed: 'bad',
};

function columns(org: string, { kind }: JobView): Column<JobItemView>[] {
  const { columns: titles, actions, outcomes } = words.items;
  const action: Column<JobItemView> = {
    key: 'action',
    title: titles.action,
    cell: item => item.action && actions[item.action],
  };
  const row: Column<JobItemView> = {
    key: 'row',
    title: titles.row,
    cell: item => item.row !== undefined && formatNumber(item.row),
  };
  return [
    { key: 'user', title: titles.user, kind: 'lead', cell: item => <User org={org} item={item} /> },
    ...(kind === 'import' ? [row] : []),
    ...(kind === 'change-group-members' ? [action] : []),
    {
      key: 'outcome',
      title: titles.outcome,
      cell: ({ outcome }) => <Status tone={tones[outcome]}>{outcomes[outcome]}</Status>,
    },
    {
      key: 'reason',
      title: titles.reason,
      cell: ({ reason }) => <span className={classes.reason}>{reason ?? '–'}</span>,
    },
  ];
}

function User({ org, item: { user, name, row, outcome } }: { org: string; item: JobItemView }) {
  // Whoever was to be created is nobody yet.
  if (name === undefined && row !== undefined && outcome !== 'done')
    return <span className={classes.gone}>{words.items.notCreated}</span>;
  if (name === undefined) return <span className={classes.gone}>{words.deleted}</span>;
  return (
    <Link className={classes.name} to={`/o/${org}/users/${user}`}>
      <bdi>{name}</bdi>
    </Link>
  );
}
