/** What stands in the menu at the end of a row. */
import {
  IconArchive,
  IconArchiveOff,
  IconAt,
  IconBan,
  IconCalendarPlus,
  IconCrown,
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
import { MenuDivider, MenuItem } from '../../ui/menu-items.tsx';
import { wordsFor } from './deed-words.ts';
import type { Deed } from './deeds.ts';
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

type ItemsProps = { groups: readonly Deed[][]; user: UserView; start: UserActions['start'] };

export function RowMenuItems({ groups, ...props }: ItemsProps) {
  return groups.map((group, at) => (
    <Fragment key={group[0]}>
      {at > 0 && <MenuDivider />}
      {group.map(deed => (
        <Item key={deed} deed={deed} {...props} />
      ))}
    </Fragment>
  ));
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
