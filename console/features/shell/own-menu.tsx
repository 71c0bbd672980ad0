/** Who is signed in, how the page looks to them, and the way out. */
import {
  type MantineColorScheme,
  Menu,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconApi, IconDots, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMe } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { Avatar } from '../../ui/person.tsx';
import classes from './rail.module.css';

export function OwnMenu({ org, onHelp }: { org: string; onHelp: () => void }) {
  const { person, organizations } = useMe();
  const name = `${person.firstName} ${person.lastName}`;
  const member = organizations.some(({ id }) => id === org);
  return (
    <Menu position="top-start" width={232}>
      <Menu.Target>
        <UnstyledButton className={classes.own}>
          <Avatar id={person.id} name={name} size="small" />
          <bdi className={classes.name}>{name}</bdi>
          <VisuallyHidden>{t.shell.ownMenu}</VisuallyHidden>
          <IconDots size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.email}>{person.email}</Menu.Label>
        {member && (
          <Menu.Item
            component={Link}
            to={`/o/${org}/users/${person.id}`}
            leftSection={<IconUserCircle size={16} />}
          >
            {t.shell.ownDetails}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>
          {t.help.title}
        </Menu.Item>
        <Menu.Item component={Link} to="/reference" leftSection={<IconApi size={16} />}>
          {t.reference.title}
        </Menu.Item>
        <Menu.Divider />
        <ColorScheme />
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/sign-out"
          state={{ wanted: true }}
          leftSection={<IconLogout size={16} />}
        >
          {t.shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = ['light', 'dark', 'auto'] as const;

function ColorScheme() {
  // Without keeping them, Mantine stops transitions by a <style> that the content security policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Menu.RadioGroup value={colorScheme} onChange={value => setColorScheme(value as MantineColorScheme)}>
      <Menu.Label>{t.shell.appearance}</Menu.Label>
      {schemes.map(scheme => (
        <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
          {t.shell.schemes[scheme]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
