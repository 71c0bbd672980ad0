/** The menu at the end of a row: only what applies to this user and this actor. Its items are loaded when it is wanted. */
import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { UserView } from '../../../shared/contract/users.ts';
import { serverNow } from '../../api/clock.ts';
import { usersTexts } from '../../texts/users.ts';
import { later } from '../../ui/later.ts';
import { Menu } from '../../ui/menu.tsx';
import { deedGroupsFor } from './deeds.ts';
import type { UserActions } from './use-user-actions.ts';

const loadItems = async () => (await import('./row-menu-items.tsx')).RowMenuItems;
const RowMenuItems = later(loadItems);

export function RowMenu({ user, actions }: { user: UserView; actions: UserActions }) {
  const groups = deedGroupsFor(actions.actor, user, serverNow());
  if (groups.length === 0) return null;
  const label = usersTexts.users.menuOf(user.displayName);
  return (
    <Menu
      label={label}
      button={props => (
        <ActionIcon size="md" aria-label={label} onPointerEnter={loadItems} onFocus={loadItems} {...props}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    >
      <RowMenuItems groups={groups} user={user} start={actions.start} />
    </Menu>
  );
}
