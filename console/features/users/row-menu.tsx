/** The menu at the end of a row: only what applies to this user and this actor. */
import { ActionIcon } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconAt,
  IconBan,
  IconCalendarPlus,
  IconCrown,
  IconDots,
  IconKey,
  IconLink,
  IconLockExclamation,
  IconLogout,
  IconMailOff,
  IconPencil,
  IconPhoto,
  IconPhotoOff,
  IconSend,
  IconShieldX,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import { Fragment } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import { serverNow } from '../../api/clock.ts';
import { usersTexts } from '../../texts/users.ts';
import { Menu } from '../../ui/menu.tsx';
import { MenuDivider, MenuItem } from '../../ui/menu-items.tsx';
import { type Deed, deedGroupsFor } from './deeds.ts';
import type { UserActions } from './use-user-actions.ts';

const icons: Readonly<Record<Deed, typeof IconBan>> = {
  edit: IconPencil,
  'change-email': IconAt,
  'cancel-email-change': IconMailOff,
  'change-picture': IconPhoto,
  'remove-picture': IconPhotoOff,
  send: IconSend,
  'copy-link': IconLink,
  extend: IconCalendarPlus,
  revoke: IconMailOff,
  'reset-password': IconKey,
  'force-reset': IconLockExclamation,
  'reset-mfa': IconShieldX,
  'sign-out': IconLogout,
  reactivate: IconUserCheck,
  deactivate: IconBan,
  restore: IconArchiveOff,
  archive: IconArchive,
  'hand-over': IconCrown,
  delete: IconTrash,
};

/** What a deed is called for this user: a first invitation is sent, a further one sent again. */
export function wordsFor(deed: Deed, { invitation, pictureUrl, home }: UserView): string {
  if (deed === 'send' && invitation?.state === 'not-sent') return usersTexts.deeds.sendFirst;
  if (deed === 'change-picture' && !pictureUrl) return usersTexts.deeds['choose-picture'];
  return deed === 'sign-out' && !home ? usersTexts.deeds['sign-out-here'] : usersTexts.deeds[deed];
}

export function RowMenu({ user, actions }: { user: UserView; actions: UserActions }) {
  const groups = deedGroupsFor(actions.actor, user, serverNow());
  if (groups.length === 0) return null;
  return (
    <Menu
      label={usersTexts.users.menuOf(user.displayName)}
      button={props => (
        <ActionIcon size="md" aria-label={usersTexts.users.menuOf(user.displayName)} {...props}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    >
      {groups.map((group, at) => (
        <Fragment key={group[0]}>
          {at > 0 && <MenuDivider />}
          {group.map(deed => (
            <Item key={deed} deed={deed} user={user} start={actions.start} />
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}

type ItemProps = { deed: Deed; user: UserView; start: UserActions['start'] };

function Item({ deed, user, start }: ItemProps) {
  const Icon = icons[deed];
  return (
    <MenuItem
      danger={deed === 'delete'}
      icon={<Icon size={16} aria-hidden="true" />}
      onClick={() => start(deed, user)}
    >
      {wordsFor(deed, user)}
    </MenuItem>
  );
}
