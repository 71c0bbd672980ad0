/** What can be done with what a page is about: edit on a button, delete in the menu. */
import { ActionIcon, Button } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { membersTexts as words } from '../texts/members.ts';
import classes from './edit-and-delete.module.css';
import { Menu } from './menu.tsx';
import { MenuItem } from './menu-items.tsx';

type EditAndDeleteProps = { name: string; onAsk: (deed: 'edit' | 'delete') => void };

export function EditAndDelete({ name, onAsk }: EditAndDeleteProps) {
  return (
    <>
      <Button variant="default" className={classes.edit} onClick={() => onAsk('edit')}>
        {words.edit}
      </Button>
      <Menu
        label={words.menuOf(name)}
        button={props => (
          <ActionIcon size="md" aria-label={words.menuOf(name)} {...props}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        )}
      >
        <MenuItem icon={<IconPencil size={16} aria-hidden="true" />} onClick={() => onAsk('edit')}>
          {words.edit}
        </MenuItem>
        <MenuItem danger icon={<IconTrash size={16} aria-hidden="true" />} onClick={() => onAsk('delete')}>
          {words.delete}
        </MenuItem>
      </Menu>
    </>
  );
}
