/**
 * The table of every list: rows, or their skeletons, or why there are none. On a phone each row is a card. The roles
 * are written out because a table that is laid out as cards is no table to assistive technology otherwise.
 */
// biome-ignore-all lint/a11y/noRedundantRoles: the roles are written out, see above
import { Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { t } from '../texts/texts.ts';
import classes from './data-table.module.css';
import { ProblemPage } from './problem-notice.tsx';

export type Column<T> = {
  key: string;
  title: string;
  /** In place of the title, which is still read out. */
  heading?: ReactNode;
  cell: (row: T) => ReactNode;
  /** `lead`: the first thing on a card. `wide`: only where there is room. */
  kind?: 'lead' | 'wide' | 'menu' | 'select';
  sortable?: true;
};

type Sorting = { key: string; descending: boolean };

type DataTableProps<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[] | undefined;
  idOf: (row: T) => string;
  problem?: Problem;
  onRetry: () => void;
  empty: ReactNode;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** The rows are of the page before, and the ones asked for are on their way: nothing is begun with one that goes. */
  stale?: boolean;
};

export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, idOf, problem, onRetry, empty, stale } = props;
  if (problem && !rows) return <ProblemPage problem={problem} onRetry={onRetry} />;
  if (rows?.length === 0) return empty;
  return (
    <table
      className={classes.table}
      role="table"
      aria-label={label}
      aria-busy={!rows || stale}
      data-stale={stale || undefined}
    >
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <Heading key={column.key} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" inert={stale}>
        {rows
          ? rows.map(row => <Row key={idOf(row)} row={row} columns={columns} />)
          : skeletons.map(at => <SkeletonRow key={at} columns={columns} />)}
      </tbody>
    </table>
  );
}

const skeletons = Array.from({ length: 8 }, (_, at) => at);

function Row<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  return (
    <tr role="row">
      {columns.map(column => (
        <td key={column.key} role="cell" data-kind={column.kind} data-title={column.title}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function SkeletonRow<T>({ columns }: { columns: readonly Column<T>[] }) {
  return (
    <tr role="row">
      {columns.map(({ key, kind, title }) => (
        <td key={key} role="cell" data-kind={kind} data-title={title}>
          {kind === 'menu' || kind === 'select' ? null : (
            <Skeleton height={kind === 'lead' ? 36 : 14} width={kind === 'lead' ? '80%' : '60%'} />
          )}
        </td>
      ))}
    </tr>
  );
}

type HeadingProps<T> = { column: Column<T>; sorting: Sorting; onSort: (sorting: Sorting) => void };

function Heading<T>({ column, sorting, onSort }: HeadingProps<T>) {
  const sorted = column.sortable && sorting.key === column.key;
  const Arrow = sorting.descending ? IconArrowDown : IconArrowUp;
  const direction = sorting.descending ? 'descending' : 'ascending';
  const descends = sorted === true && !sorting.descending;
  return (
    <th role="columnheader" scope="col" data-kind={column.kind} aria-sort={sorted ? direction : undefined}>
      {column.sortable ? (
        <UnstyledButton
          className={classes.sort}
          title={descends ? t.table.sortDescending : t.table.sortAscending}
          onClick={() => onSort({ key: column.key, descending: descends })}
        >
          {column.title}
          {sorted && <Arrow size={14} aria-hidden="true" />}
        </UnstyledButton>
      ) : (
        <>
          <span className={column.heading || column.kind === 'menu' ? classes.unseen : undefined}>
            {column.title}
          </span>
          {column.heading}
        </>
      )}
    </th>
  );
}
