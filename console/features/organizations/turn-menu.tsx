/** What can be done with an organization from outside. */
import { ActionIcon } from '@mantine/core';
import { IconArrowRight, IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { LookedAfterView } from '../../../shared/contract/looked-after.ts';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import { Menu } from '../../ui/menu.tsx';
import { MenuDivider, MenuItem, MenuLink } from '../../ui/menu-items.tsx';

export type Turns = {
  onSuspend: (organization: LookedAfterView) => void;
  onResume: (organization: LookedAfterView) => void;
};

export function TurnMenu({ organization, turns }: { organization: LookedAfterView; turns: Turns }) {
  const { id, name, kind } = organization;
  return (
    <Menu
      label={words.menuOf(name)}
      button={props => (
        <ActionIcon size="md" aria-label={words.menuOf(name)} {...props}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    >
      <MenuLink to={`/o/${id}/users`} icon={<IconArrowRight size={16} />}>
        {words.open}
      </MenuLink>
      {/* Nobody could open the operators' own organization again. */}
      {kind !== 'operator' && (
        <>
          <MenuDivider />
          <Turn organization={organization} turns={turns} />
        </>
      )}
    </Menu>
  );
}

function Turn({ organization, turns }: { organization: LookedAfterView; turns: Turns }) {
  return organization.suspendedAt ? (
    <MenuItem icon={<IconPlayerPlay size={16} />} onClick={() => turns.onResume(organization)}>
      {words.resume}
    </MenuItem>
  ) : (
    <MenuItem icon={<IconPlayerPause size={16} />} onClick={() => turns.onSuspend(organization)}>
      {words.suspend}
    </MenuItem>
  );
}
