/** What can be done with a custom role. */
import { ActionIcon } from '@mantine/core';
import { IconDots, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import type { CustomRoleView } from '../../../shared/contract/custom-roles.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { Menu } from '../../ui/menu.tsx';
import { MenuDivider, MenuItem } from '../../ui/menu-items.tsx';

export type RoleDeed = 'edit' | 'holders' | 'delete';

type RoleMenuProps = { role: CustomRoleView; editable: boolean; onDeed: (deed: RoleDeed) => void };

export function RoleMenu({ role, editable, onDeed }: RoleMenuProps) {
  const label = words.menuOf(role.name);
  return (
    <Menu
      label={label}
      button={props => (
        <ActionIcon size="md" aria-label={label} {...props}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    >
      <MenuItem icon={<IconUsers size={16} />} onClick={() => onDeed('holders')}>
        {words.deeds.holders}
      </MenuItem>
      {editable && (
        <>
          <MenuItem icon={<IconPencil size={16} />} onClick={() => onDeed('edit')}>
            {words.deeds.edit}
          </MenuItem>
          <MenuDivider />
          <MenuItem danger icon={<IconTrash size={16} />} onClick={() => onDeed('delete')}>
            {words.deeds.delete}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
