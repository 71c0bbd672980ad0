/** The menu at the end of a row: only what applies to this user and this actor. */
import { ActionIcon } from '@mantine/core';
import {
  IconBan,
  IconCalendarPlus,
  IconDots,
  IconLink,
  IconMailOff,
  IconSend,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import type { UserView } from '../../../shared/contract/users.ts';
import { serverNow } from '../../api/clock.ts';
import { t } from '../../texts/texts.ts';
import { Menu } from '../../ui/menu.tsx';
import { MenuItem } from '../../ui/menu-items.tsx';
import { type Deed, deedsFor } from './deeds.ts';
import type { UserActions } from './use-user-actions.ts';

const icons: Readonly<Record<Deed, typeof IconBan>> = {
  send: IconSend,
  'copy-link': IconLink,
  extend: IconCalendarPlus,
  revoke: IconMailOff,
  reactivate: IconUserCheck,
  deactivate: IconBan,
  delete: IconTrash,
};

/** What a deed is called for this user: a first invitation is sent, a further one sent again. */
export function wordsFor(deed: Deed, user: UserView): string {
  return deed === 'send' && user.invitation?.state === 'not-sent' ? t.deeds.sendFirst : t.deeds[deed];
}

export function RowMenu({ user, actions }: { user: UserView; actions: UserActions }) {
  const { actor, start } = actions;
  const possible = deedsFor(actor, user, serverNow());
  if (possible.length === 0) return null;
  return (
    <Menu
      label={t.users.menuOf(user.displayName)}
      button={props => (
        <ActionIcon size="md" aria-label={t.users.menuOf(user.displayName)} {...props}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    >
      {possible.map(deed => {
        const Icon = icons[deed];
        return (
          <MenuItem
            key={deed}
            danger={deed === 'delete'}
            icon={<Icon size={16} aria-hidden="true" />}
            onClick={() => start(deed, user)}
          >
            {wordsFor(deed, user)}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
