/** The content of a group: what of the applications' own its members see. */
import { ActionIcon, Button } from '@mantine/core';
import { IconFolderPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useOutletContext } from 'react-router';
import type { ContentView } from '../../../shared/contract/groups.ts';
import { may } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { groupsTexts } from '../../texts/groups.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { later } from '../../ui/later.ts';
import { Pages } from '../../ui/pages.tsx';
import { useCursor } from '../../ui/use-cursor.ts';
import type { OfGroup } from './group-page.tsx';
import { groupQueries } from './group-queries.ts';
import classes from './groups.module.css';
import { useContent } from './use-content.ts';

const AddContentDialog = later(async () => (await import('./add-content-dialog.tsx')).AddContentDialog);

const words = groupsTexts.contents;

export function GroupContent() {
  const { org, group, actor } = useOutletContext<OfGroup>();
  const { cursor, pages } = useCursor();
  const content = useQuery(groupQueries.content(org, group.id, cursor));
  const { remove } = useContent({ org, group });
  const [adding, setAdding] = useState(false);
  const mayManage = may(actor, 'groups.manage');
  const add = mayManage && <AddButton onClick={() => setAdding(true)} />;
  return (
    <>
      {content.data?.items.length !== 0 && add && <div className={classes.bar}>{add}</div>}
      <DataTable
        label={words.label}
        columns={columns(mayManage ? remove.mutate : undefined)}
        rows={content.data?.items}
        idOf={({ type, id }) => `${type} ${id}`}
        problem={content.error ? problemOf(content.error) : undefined}
        onRetry={() => content.refetch()}
        sorting={{ key: 'name', descending: false }}
        onSort={() => undefined}
        stale={content.isPlaceholderData || undefined}
        empty={
          <Empty icon={<IconFolderPlus stroke={1.75} />} title={words.empty.title} action={add}>
            {words.empty.lead}
          </Empty>
        }
      />
      <div className={classes.paging}>
        <Pages {...pages(content.data?.nextCursor)} />
      </div>
      <Suspense>
        {adding && <AddContentDialog org={org} group={group} onClose={() => setAdding(false)} />}
      </Suspense>
    </>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  return (
    <Button leftSection={<IconFolderPlus size={16} aria-hidden="true" />} onClick={onClick}>
      {words.add}
    </Button>
  );
}

function columns(onRemove: ((content: ContentView) => void) | undefined): Column<ContentView>[] {
  const menu: Column<ContentView> = {
    key: 'remove',
    title: words.columns.remove,
    kind: 'menu',
    cell: content => (
      <ActionIcon
        size="md"
        aria-label={words.removeOf(content.name)}
        title={words.removeOf(content.name)}
        onClick={() => onRemove?.(content)}
      >
        <IconX size={18} aria-hidden="true" />
      </ActionIcon>
    ),
  };
  return [
    {
      key: 'name',
      title: words.columns.name,
      kind: 'lead',
      cell: ({ name }) => <bdi className={classes.content}>{name}</bdi>,
    },
    { key: 'type', title: words.columns.type, cell: ({ type }) => type },
    { key: 'id', title: words.columns.id, cell: ({ id }) => <bdi className={classes.id}>{id}</bdi> },
    ...(onRemove ? [menu] : []),
  ];
}
