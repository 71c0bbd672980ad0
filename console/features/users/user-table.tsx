/** The table of the list: one page, which looks further by itself as long as it is not full. */
import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import { problemOf } from '../../api/problem.ts';
import type { UserPage } from '../../api/user-pages.ts';
import { usersTexts } from '../../texts/users.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Wide } from '../../ui/wide.tsx';
import { NobodyYet } from './empty-list.tsx';
import { type ListState, sorts } from './list-state.ts';
import type { ChangeList } from './use-list-state.ts';
import classes from './users.module.css';

type UserTableProps = {
  list: ListState;
  change: ChangeList;
  users: UseQueryResult<UserPage>;
  columns: readonly Column<UserView>[];
  empty: ReactNode;
  onNext: (cursor: string) => void;
  /** Past this page, on which nobody is. */
  onSkip: (cursor: string) => void;
};

export function UserTable({ list, change, users, columns, empty, onNext, onSkip }: UserTableProps) {
  const { data, error, isFetching } = users;
  const looking = data?.isShort === true && isFetching;
  const rows = looking && data.items.length === 0 ? undefined : data?.items;
  const cursor = data?.nextCursor;
  return (
    <>
      <Wide>
        <DataTable
          label={usersTexts.users.title}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          problem={error ? problemOf(error) : undefined}
          onRetry={() => users.refetch()}
          empty={cursor ? <NobodyYet onGoOn={() => onSkip(cursor)} /> : empty}
          sorting={{ key: list.sort, descending: list.descending }}
          onSort={({ key, descending }) =>
            change({ sort: sorts.find(sort => sort === key) ?? 'name', descending })
          }
          stale={users.isPlaceholderData || undefined}
        />
      </Wide>
      <div className={classes.further} role="status">
        {looking && usersTexts.users.looking}
      </div>
      {data?.isShort && !looking && cursor && data.items.length > 0 && (
        <MayBeMore onGoOn={() => onNext(cursor)} />
      )}
    </>
  );
}

/** Below a page that is not full, and not the last. */
function MayBeMore({ onGoOn }: { onGoOn: () => void }) {
  const words = usersTexts.users;
  return (
    <p className={classes.further}>
      {words.lookedSoFar}
      <Button size="compact-sm" variant="subtle" onClick={onGoOn}>
        {words.lookFurther}
      </Button>
    </p>
  );
}
