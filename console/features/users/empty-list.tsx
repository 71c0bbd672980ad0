/** Why nobody is in the list, and what to do about it. */
import { Button } from '@mantine/core';
import { IconArchive, IconMail, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { usersTexts } from '../../texts/users.ts';
import { Empty } from '../../ui/empty.tsx';
import { isNarrowed, type ListState } from './list-state.ts';

const icons = { active: IconUserPlus, pending: IconMail, archived: IconArchive };

type EmptyProps = { list: ListState; onInvite?: () => void; onReset: () => void };

export function EmptyList({ list, onInvite, onReset }: EmptyProps) {
  if (isNarrowed(list)) return <NobodyMatches list={list} onReset={onReset} />;
  const { tab } = list;
  const Icon = icons[tab];
  const action = tab !== 'archived' && onInvite && (
    <Button variant="default" onClick={onInvite}>
      {usersTexts.users.invite}
    </Button>
  );
  return (
    <Empty icon={<Icon stroke={1.75} />} title={usersTexts.users.empty[tab].title} action={action}>
      {usersTexts.users.empty[tab].lead}
    </Empty>
  );
}

function NobodyMatches({ list: { q, filters }, onReset }: Omit<EmptyProps, 'onInvite'>) {
  const { foundNobody, resetFilters } = usersTexts.users;
  const isFiltered = Object.keys(filters).length > 0;
  const why = isFiltered ? foundNobody.both : foundNobody.words;
  return (
    <Empty
      icon={<IconSearch stroke={1.75} />}
      title={foundNobody.title}
      action={
        <Button variant="default" onClick={onReset}>
          {resetFilters}
        </Button>
      }
    >
      {q ? why(q) : foundNobody.filters}
    </Empty>
  );
}

/** A page on which nobody is, though the list is not at its end. */
export function NobodyYet({ onGoOn }: { onGoOn: () => void }) {
  const { foundNobodyYet, lookFurther } = usersTexts.users;
  return (
    <Empty
      icon={<IconSearch stroke={1.75} />}
      title={foundNobodyYet.title}
      action={
        <Button variant="default" onClick={onGoOn}>
          {lookFurther}
        </Button>
      }
    >
      {foundNobodyYet.lead}
    </Empty>
  );
}
