/** The rows of a file, a page at a time: all of them, or those that come to one thing. */
import { Button } from '@mantine/core';
import { IconDownload, IconTableOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ImportView, RowOutcome } from '../../../shared/contract/imports.ts';
import { problemOf } from '../../api/problem.ts';
import { importsTexts } from '../../texts/imports.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Pages } from '../../ui/pages.tsx';
import { useListing } from '../../ui/use-listing.ts';
import { importQueries } from './import-queries.ts';
import { OutcomeFilter } from './outcome-filter.tsx';
import classes from './plan.module.css';
import { countsOf } from './plan-words.ts';
import { rowColumns } from './row-columns.tsx';

const words = importsTexts.plan;

type PlanRowsProps = { org: string; it: ImportView; children: ReactNode };

export function PlanRows({ org, it, children }: PlanRowsProps) {
  const { asked, pages } = useListing(['outcome']);
  const outcome = RowOutcome.options.find(each => each === asked.outcome);
  const counts = countsOf(it);
  const rows = useQuery(importQueries.rows(org, it.id, { outcome, cursor: asked.cursor }));
  const isEmpty = Object.values(counts).every(count => count === 0);
  const { title, lead } = isEmpty ? words.noRowsAtAll : words.noRows;
  return (
    <>
      <div className={classes.bar}>
        <OutcomeFilter counts={counts} outcome={outcome} />
        <span className={classes.files}>
          {children}
          {it.report && <File url={it.report.url} {...words.report} />}
          {it.failed && <File url={it.failed.url} {...words.errorRows} />}
        </span>
      </div>
      <DataTable
        label={words.table}
        columns={rowColumns(org)}
        rows={rows.data?.items}
        idOf={({ number }) => String(number)}
        problem={rows.error ? problemOf(rows.error) : undefined}
        onRetry={() => rows.refetch()}
        sorting={{ key: 'who', descending: false }}
        onSort={() => undefined}
        stale={rows.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconTableOff stroke={1.75} />} title={title}>
            {lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(rows.data?.nextCursor)} />
      </div>
    </>
  );
}

/** The address says that it is a file to keep, so that the page stays. */
function File({ url, name, label }: { url: string; name: string; label: string }) {
  return (
    <Button
      component="a"
      href={url}
      download
      aria-label={label}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden="true" />}
    >
      {name}
    </Button>
  );
}
