/** Which organization the page is about, and the others to choose from. */
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMe } from '../../api/actor.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { Monogram } from '../../ui/brand.tsx';
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
    <Menu position="bottom-start" width="target">
      <Menu.Target>
        <UnstyledButton className={classes.organization} data-button>
          <Current name={name} />
          <VisuallyHidden>{t.shell.switchOrganization}</VisuallyHidden>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.shell.organizations}</Menu.Label>
        {active.map(({ id, name: other, role }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={`/o/${id}`}
            aria-current={id === org ? 'true' : undefined}
            leftSection={<Monogram name={other} />}
            rightSection={id === org && <IconCheck size={16} aria-hidden="true" />}
          >
            <bdi>{other}</bdi>
            <span className={classes.role}>{t.roles[role].name}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
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
