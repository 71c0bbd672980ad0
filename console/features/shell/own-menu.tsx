/** Who is signed in, how the page looks to them, and the way out. */
import { UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconApi, IconDots, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useMe } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { Menu } from '../../ui/menu.tsx';
import { MenuChoice, MenuDivider, MenuGroup, MenuItem, MenuLink } from '../../ui/menu-items.tsx';
import { Avatar } from '../../ui/person.tsx';
import classes from './rail.module.css';

export function OwnMenu({ onHelp }: { onHelp: () => void }) {
  const { person } = useMe();
  const name = `${person.firstName} ${person.lastName}`;
  return (
    <Menu
      label={t.shell.ownMenu}
      side="above"
      align="start"
      button={props => (
        <UnstyledButton className={classes.own} {...props}>
          <Avatar id={person.id} name={name} picture={person.pictureUrl} size="small" />
          <bdi className={classes.name}>{name}</bdi>
          <VisuallyHidden>{t.shell.ownMenu}</VisuallyHidden>
          <IconDots size={16} aria-hidden="true" />
        </UnstyledButton>
      )}
    >
      <MenuGroup label={person.email}>
        <MenuLink to="/account" icon={<IconUserCircle size={16} />}>
          {t.shell.account}
        </MenuLink>
        <MenuItem icon={<IconKeyboard size={16} />} onClick={onHelp}>
          {t.help.title}
        </MenuItem>
        <MenuLink to="/reference" icon={<IconApi size={16} />}>
          {t.shell.reference}
        </MenuLink>
      </MenuGroup>
      <ColorScheme />
      <MenuDivider />
      <MenuLink to="/sign-out" state={{ wanted: true }} icon={<IconLogout size={16} />}>
        {t.shell.signOut}
      </MenuLink>
    </Menu>
  );
}

const schemes = ['light', 'dark', 'auto'] as const;

function ColorScheme() {
  // Without keeping them, Mantine stops transitions by a <style> that the content security policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <MenuGroup label={t.shell.appearance}>
      {schemes.map(scheme => (
        <MenuChoice key={scheme} chosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
          {t.shell.schemes[scheme]}
        </MenuChoice>
      ))}
    </MenuGroup>
  );
}
