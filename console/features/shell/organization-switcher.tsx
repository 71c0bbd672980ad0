/** Which organization the page is about, and the others to choose from. */
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MenuGroup, MenuLink } from '../../ui/menu-items.tsx';
import classes from './rail.module.css';

export function OrganizationSwitcher({ org }: { org: string }) {
  const active = useMe().organizations.filter(({ status }) => status === 'active');
  const own = active.find(({ id }) => id === org);
  // The SaaS company's staff may look at an organization that they are no users of.
  const foreign = useQuery({ ...queries.organization(org), enabled: !own });
  const name = own?.name ?? foreign.data?.name ?? '…';
  if (active.length < 2 && own) {
    return (
      <div className={classes.organization}>
        <Current name={name} />
      </div>
    );
  }
  return (
    <Menu
      label={t.shell.organizations}
      align="start"
      button={props => (
        <UnstyledButton className={classes.organization} data-button {...props}>
          <Current name={name} />
          <VisuallyHidden>{t.shell.switchOrganization}</VisuallyHidden>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      )}
    >
      <MenuGroup label={t.shell.organizations}>
        {active.map(({ id, name: other, role }) => (
          <MenuLink key={id} to={`/o/${id}`} current={id === org} icon={<Monogram name={other} />}>
            <bdi>{other}</bdi>
            <span className={classes.role}>{t.roles[role].name}</span>
          </MenuLink>
        ))}
      </MenuGroup>
    </Menu>
  );
}

function Current({ name }: { name: string }) {
  return (
    <>
      <Monogram name={name} />
      <bdi className={classes.name}>{name}</bdi>
    </>
  );
}
