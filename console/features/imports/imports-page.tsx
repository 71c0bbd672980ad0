/** The imports of the last week, the newest first. */
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { ImportView } from '../../../shared/contract/imports.ts';
import { type Actor, may, useActor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { importsTexts } from '../../texts/imports.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { JobTabs } from '../../ui/jobs/job-tabs.tsx';
import { NotFound } from '../../ui/not-found.tsx';
import { Page } from '../../ui/page.tsx';
import { Pages } from '../../ui/pages.tsx';
import { Somebody } from '../../ui/people/somebody.tsx';
import { Ago } from '../../ui/time.tsx';
import { useCursor } from '../../ui/use-cursor.ts';
import { importQueries } from './import-queries.ts';
import { ImportStatus } from './import-status.tsx';
import classes from './imports-page.module.css';
import { inShort } from './plan-words.ts';

const words = importsTexts.list;

export function ImportsPage() {
  const { org = '' } = useParams();
  const actor = useActor(org);
  return actor && may(actor, 'users.import') ? <Imports org={org} actor={actor} /> : <NotFound />;
}

function Imports({ org, actor }: { org: string; actor: Actor }) {
  const { cursor, pages } = useCursor();
  const imports = useQuery(importQueries.list(org, cursor));
  const start = (
    <Button component={Link} to={`/o/${org}/imports/new`}>
      {words.start}
    </Button>
  );
  return (
    <Page title={importsTexts.back} actions={start}>
      <JobTabs org={org} actor={actor} />
      <p className={classes.lead}>{words.lead}</p>
      <DataTable
        label={words.label}
        columns={columns(org)}
        rows={imports.data?.items}
        idOf={({ id }) => id}
        problem={imports.error ? problemOf(imports.error) : undefined}
        onRetry={() => imports.refetch()}
        sorting={{ key: 'started', descending: true }}
        onSort={() => undefined}
        stale={imports.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconFileImport stroke={1.75} />} title={words.empty.title} action={start}>
            {words.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(imports.data?.nextCursor)} />
      </div>
    </Page>
  );
}

function columns(org: string): Column<ImportView>[] {
  const titles = words.columns;
  return [
    {
      key: 'file',
      title: titles.file,
      kind: 'lead',
      cell: ({ id, fileName }) => (
        <Link className={classes.name} to={`/o/${org}/imports/${id}`}>
          <bdi>{fileName}</bdi>
        </Link>
      ),
    },
    { key: 'state', title: titles.state, cell: ({ state }) => <ImportStatus state={state} /> },
    {
      key: 'outcome',
      title: titles.outcome,
      cell: it => <span className={classes.quiet}>{inShort(it)}</span>,
    },
    {
      key: 'by',
      title: titles.by,
      kind: 'wide',
      cell: ({ startedBy }) => <Somebody org={org} id={startedBy} />,
    },
    { key: 'started', title: titles.started, cell: ({ createdAt }) => <Ago time={createdAt} /> },
  ];
}
