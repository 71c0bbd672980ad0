/** The members of a group or a project: the list, and adding to it and removing from it. */
import { Button, Checkbox } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { MemberView } from '../../../shared/contract/groups.ts';
import { problemOf } from '../../api/problem.ts';
import { membersTexts as words } from '../../texts/members.ts';
import { DataTable } from '../data-table.tsx';
import { Empty } from '../empty.tsx';
import { later } from '../later.ts';
import { Pages } from '../pages.tsx';
import { useCursor } from '../use-cursor.ts';
import { memberColumns } from './member-columns.tsx';
import classes from './members.module.css';
import { SelectionBar } from './selection-bar.tsx';
import { mayChangeMembers, mayRemove, membersKey, type Team } from './team.ts';
import { needsJob, useChanges } from './use-changes.ts';
import { type Selection, useSelection } from './use-selection.ts';
import { asWritten } from './written-members.ts';

const loadPicker = async () => (await import('./people-picker.tsx')).PeoplePicker;
const PeoplePicker = later(loadPicker);
const RemoveManyDialog = later(async () => (await import('./remove-many-dialog.tsx')).RemoveManyDialog);

export function Members({ team }: { team: Team }) {
  const client = useQueryClient();
  const { cursor, pages } = useCursor();
  const members = useQuery({
    queryKey: [...membersKey(team), cursor],
    queryFn: async ({ signal }) => asWritten(client, team, cursor, await team.list(cursor, signal)),
    placeholderData: keepPreviousData,
  });
  const changes = useChanges(team);
  const selection = useSelection();
  const [asked, setAsked] = useState<'add' | 'remove'>();
  const mayChange = mayChangeMembers(team);
  const remove = (people: readonly MemberView[]) => {
    selection.set(people, false);
    changes.mutate({ deed: 'remove', people });
  };
  const removeChosen = () =>
    needsJob(team, selection.people.length) ? setAsked('remove') : remove(selection.people);
  const add = mayChange && <AddButton onClick={() => setAsked('add')} />;
  const rows = members.data?.items;
  return (
    <>
      {rows?.length !== 0 && (
        <div className={classes.bar}>
          {mayChange ? (
            <SelectAll rows={rows?.filter(row => mayRemove(team, row))} selection={selection} />
          ) : (
            <span />
          )}
          {add}
        </div>
      )}
      <DataTable
        label={words.label}
        columns={memberColumns({
          team,
          selection: mayChange ? selection : undefined,
          onRemove: one => remove([one]),
        })}
        rows={rows}
        idOf={({ id }) => id}
        problem={members.error ? problemOf(members.error) : undefined}
        onRetry={() => members.refetch()}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        stale={members.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconUserPlus stroke={1.75} />} title={words.empty[team.kind].title} action={add}>
            {words.empty[team.kind].lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(members.data?.nextCursor)} />
      </div>
      <SelectionBar selection={selection} busy={changes.isPending} onRemove={removeChosen} />
      <Suspense>
        {asked === 'add' && <PeoplePicker team={team} onClose={() => setAsked(undefined)} />}
        {asked === 'remove' && (
          <RemoveManyDialog team={team} selection={selection} onClose={() => setAsked(undefined)} />
        )}
      </Suspense>
    </>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  return (
    <Button
      leftSection={<IconUserPlus size={16} aria-hidden="true" />}
      onClick={onClick}
      onPointerEnter={loadPicker}
      onFocus={loadPicker}
    >
      {words.add}
    </Button>
  );
}

type SelectAllProps = { rows: readonly MemberView[] | undefined; selection: Selection };

function SelectAll({ rows = [], selection }: SelectAllProps) {
  const chosen = rows.filter(selection.has).length;
  const all = chosen > 0 && chosen === rows.length;
  return (
    <Checkbox
      size="xs"
      label={words.selectAll}
      checked={all}
      indeterminate={chosen > 0 && !all}
      disabled={rows.length === 0}
      onChange={() => selection.set(rows, !all)}
    />
  );
}
