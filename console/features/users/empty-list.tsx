/** Why a tab is empty, and what to do about it. */
import { Button } from '@mantine/core';
import { IconArchive, IconMail, IconUserPlus } from '@tabler/icons-react';
import { usersTexts } from '../../texts/users.ts';
import { Empty } from '../../ui/empty.tsx';
import type { Tab } from './list-state.ts';

const icons = { active: IconUserPlus, pending: IconMail, archived: IconArchive };

export function EmptyList({ tab, onInvite }: { tab: Tab; onInvite?: () => void }) {
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
