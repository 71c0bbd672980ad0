/** What is above the table: finding, filters, saved views and columns. What opens on a click is loaded then. */
import { Button } from '@mantine/core';
import { Suspense, useRef } from 'react';
import type { Actor } from '../../../api/actor.ts';
import { usersTexts } from '../../../texts/users.ts';
import { later } from '../../../ui/later.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { everybody, type ListState } from '../list-state.ts';
import type { ChangeList } from '../use-list-state.ts';
import classes from './toolbar.module.css';
import { AddFilter, ColumnsButton, ViewsButton } from './toolbar-buttons.tsx';

const FilterChips = later(async () => (await import('./filter-chips.tsx')).FilterChips);

export type FindProps = { org: string; actor: Actor; list: ListState; change: ChangeList };

export function Toolbar(props: FindProps) {
  const { list, change } = props;
  const addFilter = useRef<HTMLButtonElement>(null);
  const isFiltered = Object.keys(list.filters).length > 0;
  const words = usersTexts.users;
  return (
    <>
      <div className={classes.toolbar}>
        <SearchField
          className={classes.search}
          label={words.search}
          value={list.q}
          // Each further letter is no step to go back to.
          onSearch={q => change({ q }, { replace: list.q !== '' })}
        />
        <AddFilter {...props} button={addFilter} />
        <span className={classes.looks}>
          <ViewsButton {...props} />
          <ColumnsButton {...props} />
        </span>
      </div>
      {isFiltered && (
        <div className={classes.filters}>
          <Suspense fallback={<span className={classes.coming} aria-busy="true" />}>
            <FilterChips {...props} onRemoved={() => addFilter.current?.focus()} />
          </Suspense>
          <Button size="compact-xs" variant="subtle" onClick={() => change(everybody)}>
            {words.resetFilters}
          </Button>
        </div>
      )}
    </>
  );
}
