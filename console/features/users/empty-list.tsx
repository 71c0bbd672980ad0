/** Why a tab is empty, and what to do about it. */
import { Button } from '@mantine/core';
import { IconArchive, IconMail, IconUserPlus } from '@tabler/icons-react';
import { t } from '../../texts/texts.ts';
import { Empty } from '../../ui/empty.tsx';
import type { Tab } from './list-state.ts';

const icons = { active: IconUserPlus, pending: IconMail, archived: IconArchive };

export function EmptyList({ tab, onInvite }: { tab: Tab; onInvite?: () => void }) {
  const Icon = icons[tab];
  const action = tab !== 'archived' && onInvite && (
    <Button variant="default" onClick={onInvite}>
      {t.users.invite}
    </Button>
  );
  return (
    <Empty icon={<Icon stroke={1.75} />} title={t.users.empty[tab].title} action={action}>
      {t.users.empty[tab].lead}
    </Empty>
  );
}
